// Locating: brings what failed into view for a picture, tells where it lies in it, and frames it there.

const shownKey = Symbol.for("canary.shown");
const framesKey = Symbol.for("canary.frames");
const frameColor = "#e23628";
const frameWidth = 3;

// The element that is meant: the first that can be seen, else the first that has a box, or what stands in for it;
// `null`: there is none.
function meantBy(target) {
    const found = target.alternatives.flatMap(chosenOf).filter((element) => rectsOf(element).length > 0);
    const meant = found.find(isVisible) ?? found[0];
    return meant ? standInOf(meant) : null;
}

// The part of a box that what is around its element lets be seen; the box itself where that shows nothing of it.
function shownBoxOf(element) {
    const box = boxedOf(element).getBoundingClientRect();
    const [{ left, top, right, bottom }] = shownPartsOf(element, [box]);
    return right > left && bottom > top ? { left, top, right, bottom } : box;
}

// Whether an element lies in the view with as much of it as there is room for.
function isInView(element) {
    const box = boxedOf(element).getBoundingClientRect();
    const clips = [...clippersOf(element)].map((node) => node.getBoundingClientRect());
    return [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }, ...clips].every((clip) => {
        const isWithin = (from, to, begin, end) => (from >= begin - 1 && to <= end + 1) || (from <= begin + 1 && to >= end - 1);
        return isWithin(box.left, box.right, clip.left, clip.right) && isWithin(box.top, box.bottom, clip.top, clip.bottom);
    });
}

// What around an element is scrolled with it, the document too, each with where it is.
function scrollersOf(element) {
    const scrollers = new Set([document.scrollingElement ?? document.documentElement]);
    for (let node = composedParent(element); node; node = composedParent(node)) scrollers.add(node);
    return [...scrollers].map((node) => ({ node, left: node.scrollLeft, top: node.scrollTop }));
}

// Notes how all around an element is scrolled, for `putBack`, and what the element is.
function noteShown(target) {
    const element = meantBy(target);
    const shown = { element, scrollers: element ? scrollersOf(element) : [] };
    Object.defineProperty(window, shownKey, { value: shown, configurable: true, enumerable: false });
    return element;
}

// Whether something lies over an element where a click would go.
function isUnder(element) {
    const point = pointOf(element);
    return point !== null && coverOf(element, elementAt(point)) !== null;
}

// Brings what failed into view where it is not, through its frames, and out from under what is fixed there, unless that
// is what covers it. Answers once the page has drawn it there: it may draw more as it is scrolled, which the masks of the
// picture must meet.
function awaitShown({ target, isCovered, slice }, answer) {
    const element = noteShown(target);
    if (!element) return answer({ isThere: false, ...placeOf() });
    const wasUnder = isUnder(element), isNear = isInView(element) && !wasUnder;
    if (isNear && window === window.top) return answer({ isThere: true, ...placeOf() });
    const { height, width } = boxedOf(element).getBoundingClientRect();
    const block = isNear ? "nearest" : height > innerHeight ? "start" : "center";
    boxedOf(element).scrollIntoView({ block, inline: width > innerWidth ? "start" : "nearest", behavior: "instant" });
    if (isCovered && wasUnder && !isUnder(element)) scrollBack();
    let frames = 0;
    watch(slice, (frameTime) => frameTime && ++frames > 1 ? { isThere: true } : undefined, () => ({ isThere: true }), answer);
}

// Where what was brought into view lies, and where what covers it does, in the view of this document; `point` is where
// a document around it may be asked for a cover.
function placesOfShown(wantsCover) {
    const element = window[shownKey]?.element;
    if (!element?.isConnected) return {};
    const point = wantsCover ? pointOf(element) : null;
    const hit = point && coverOf(element, elementAt(point));
    const cover = hit && !isAround(hit, element) ? placeIn(shownBoxOf(wholeOf(hit, element))) : null;
    const place = placeIn(shownBoxOf(element));
    return { ...(place && { element: place }), ...(cover && { cover }), ...(point && !cover && { point }) };
}

// The part of a box that lies in the view.
function placeIn({ left, top, right, bottom }) {
    const x = Math.min(Math.max(left, 0), innerWidth), y = Math.min(Math.max(top, 0), innerHeight);
    const width = Math.min(right, innerWidth) - x, height = Math.min(bottom, innerHeight) - y;
    return width > 0 && height > 0 ? { x, y, width, height } : null;
}

// The place of what lies over a frame, where something does, at a point of this document's view.
function coverAt({ x, y }) {
    const stack = document.elementsFromPoint(x, y);
    const frame = stack.find(({ localName }) => /^(iframe|frame|object)$/.test(localName));
    return frame && frame !== stack[0] ? placeIn(shownBoxOf(wholeOf(stack[0], frame))) : null;
}

// Draws frames around parts of the top document's view, above dialogs too and beside what they frame, where there is
// room; that of a cover is dashed. Answers with the size of the view.
function drawFrames({ element, cover }) {
    const root = document.documentElement, zoom = root.currentCSSZoom ?? 1;
    const sheet = document.createElement("div");
    sheet.popover = "manual";
    sheet.style.cssText = "all: initial; position: fixed; left: 0; top: 0; overflow: visible; pointer-events: none; z-index: 2147483647";
    for (const [place, line] of [[cover, "dashed"], [element, "solid"]]) {
        if (!place) continue;
        const { x, y, width, height } = place, gap = frameWidth + 1;
        const left = Math.max(x - gap, 0), top = Math.max(y - gap, 0);
        const right = Math.min(x + width + gap, root.clientWidth || innerWidth), bottom = Math.min(y + height + gap, innerHeight);
        const frame = document.createElement("div");
        frame.style.cssText = `all: initial; position: fixed; box-sizing: border-box; pointer-events: none; left: ${left / zoom}px; top: ${top / zoom}px; `
            + `width: ${(right - left) / zoom}px; height: ${(bottom - top) / zoom}px; border: ${frameWidth / zoom}px ${line} ${frameColor}; `
            + "outline: 1px solid #fff";
        sheet.append(frame);
    }
    root.append(sheet);
    sheet.showPopover?.();
    Object.defineProperty(window, framesKey, { value: sheet, configurable: true, enumerable: false });
    return { width: innerWidth, height: innerHeight };
}

// Takes the frames away.
function removeFrames() {
    window[framesKey]?.remove();
    delete window[framesKey];
}

// Scrolls back what was scrolled for the picture.
function scrollBack() {
    for (const { node, left, top } of window[shownKey]?.scrollers ?? []) {
        if (node.scrollLeft !== left || node.scrollTop !== top) node.scrollTo({ left, top, behavior: "instant" });
    }
}

// The same, where nothing follows.
function putBack() {
    scrollBack();
    delete window[shownKey];
}
