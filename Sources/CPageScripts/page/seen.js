// Seen: what a person can see of a page, whatever is scrolled. What is only scrolled out of a box, or lies outside the
// window, can be seen; what boxes around it have no room for, or what is transparent, cannot.

// An opacity from which on nothing is to be seen.
const leastOpacity = 0.02;

// What is around elements, worked out once a look for each of the ways to be placed in it.
let surroundings = { flow: new Map(), absolute: new Map(), fixed: new Map() };

// Forgets what was worked out in the look before.
function lookAnew() {
    surroundings = { flow: new Map(), absolute: new Map(), fixed: new Map() };
}

function placingOf({ position }) {
    return position === "fixed" || position === "absolute" ? position : "flow";
}

// Whether an element is what a descendant is placed in: for one that is not in the flow, most are not.
function isPlacing(style, placing) {
    if (placing === "flow" || (placing === "absolute" && style.position !== "static")) return true;
    return [style.transform, style.translate, style.rotate, style.scale, style.perspective, style.filter, style.backdropFilter]
        .some((each) => each && each !== "none")
        || /transform|translate|rotate|scale|perspective|filter|contain/.test(style.willChange)
        || /paint|layout|strict|content/.test(style.contain) || style.contentVisibility === "auto";
}

function isInTopLayer(element, style) {
    return placingOf(style) !== "flow" && element.matches(":modal, :fullscreen, :popover-open");
}

// What is around a child of `node` that is so placed: `clips`, from inner to outer, and how opaque it is.
function surroundingsOf(node, placing, document) {
    const known = surroundings[placing], key = node ?? document;
    if (!known.has(key)) known.set(key, node ? withinOf(node, placing, document) : windowOf(placing, document));
    return known.get(key);
}

function withinOf(node, placing, document) {
    const style = getComputedStyle(node);
    if (style.display === "contents") return surroundingsOf(composedParent(node), placing, document);
    // A page that is fixed as a whole is kept from scrolling for a while, or scrolled by its own script.
    if (style.position === "fixed" && (node === document.body || node === document.documentElement)) return { clips: null, opacity: 1 };
    const isIn = isPlacing(style, placing);
    const around = surroundingsAround(node, style, isIn ? placingOf(style) : placing);
    const clip = isIn ? clipOf(node, style) : null;
    const outer = shapedBy(node, style, around.clips);
    return { clips: clip ? { ...clip, outer } : outer, ...dimmedBy(node, style, around) };
}

// What is around an element of this style; what is in the top layer has only the window around it.
function surroundingsAround(element, style, placing) {
    const parent = isInTopLayer(element, style) ? null : composedParent(element);
    return surroundingsOf(parent, placing, element.ownerDocument);
}

// The opacity of an element with all around it, and the one that takes most of it.
function dimmedBy(element, { opacity, display }, around) {
    const own = display === "contents" ? 1 : Number(opacity);
    return { opacity: around.opacity * own, dimmer: own < (around.dimmest ?? 1) ? element : around.dimmer, dimmest: Math.min(own, around.dimmest ?? 1) };
}

// Along one axis: where a box shows what is in it (`low` to `high`), and what can be scrolled there (`from` to `to`).
// `isScrolled` says that it can be scrolled; `way` is 1 or -1 for the side to which it is, 0 where that is not known.
function reachOf(low, high, isScrolled, scrolled, room, way, scale) {
    if (!isScrolled || room <= 1) return { low, high, from: low, to: high, isScrolled: false };
    const before = way === 0 ? room : way > 0 ? scrolled : room + scrolled;
    const after = way === 0 ? room : room - before;
    return { low, high, from: low - before * scale, to: high + after * scale, isScrolled: true };
}

// To which sides a box is scrolled from where it begins: right to left, or from its end, as some are laid out.
function waysOf(...styles) {
    const isUnknown = styles.some(({ display, flexDirection, flexWrap }) => /flex/.test(display) && /reverse/.test(flexDirection + flexWrap));
    if (isUnknown) return [0, 0];
    const isTurned = styles.some(({ writingMode }) => /vertical-rl|sideways-rl/.test(writingMode));
    const isLeftward = isTurned || styles.some(({ direction, writingMode }) => direction === "rtl" && /horizontal/.test(writingMode));
    const isUpward = styles.some(({ direction, writingMode }) => direction === "rtl" && !/horizontal/.test(writingMode));
    return [isLeftward ? -1 : 1, isUpward ? -1 : 1];
}

const everywhere = { low: -Infinity, high: Infinity, from: -Infinity, to: Infinity, isScrolled: false };

// The window around all that is in a document: what is fixed there is not scrolled with it.
function windowOf(placing, document) {
    const view = document.defaultView, root = document.documentElement, { innerWidth, innerHeight } = view;
    const clip = { isFixed: placing === "fixed", outer: null };
    if (clip.isFixed) {
        const x = reachOf(0, innerWidth, false), y = reachOf(0, innerHeight, false);
        return { clips: { ...clip, x, y }, opacity: 1 };
    }
    const styles = [root, document.body].filter(Boolean).map((element) => getComputedStyle(element));
    const { overflowX } = styles.find((style) => style.overflowX !== "visible" || style.overflowY !== "visible") ?? styles[0];
    const scroller = document.scrollingElement ?? root;
    const { clientWidth: width, clientHeight: height } = root.clientHeight > 0 && document.compatMode === "CSS1Compat" ? root : scroller;
    const [across, down] = waysOf(...styles);
    // Downwards a page is scrolled on where it is kept from that for a while, as behind a dialog, or by its own script.
    const x = reachOf(0, width, !/hidden|clip/.test(overflowX), view.scrollX, scroller.scrollWidth - width, across, 1);
    const y = reachOf(0, height, true, view.scrollY, scroller.scrollHeight - height, down, 1);
    return { clips: { ...clip, x, y }, opacity: 1 };
}

// Whether the overflow of an element is that of the window: the root's, or that of `body` where the root has none.
function isForWindow(element) {
    const { documentElement, body } = element.ownerDocument;
    if (element !== body) return element === documentElement;
    const { overflowX, overflowY } = getComputedStyle(documentElement);
    return overflowX === "visible" && overflowY === "visible";
}

// Whether a box that people cannot scroll is scrolled by the page's script: one with scroll bars of the page's own,
// which is scrolled down already or keeps the browser from holding its place, and one as large as the window. What is
// beside in such a box, as in a carousel, is not to be seen until the page shows it.
function isScrolledByScript(node, { overflowAnchor }, box) {
    const { innerWidth, innerHeight } = node.ownerDocument.defaultView;
    return node.scrollTop !== 0 || overflowAnchor === "none" || (box.width >= innerWidth * 0.9 && box.height >= innerHeight * 0.9);
}

// Whether a box is scrolled sideways with another one near it, as the head of a table with its body.
function isLed(node) {
    let around = node;
    for (let i = 0; i < 3 && composedParent(around); i++) around = composedParent(around);
    const near = around.querySelectorAll("*"), width = node.scrollWidth;
    for (let i = 0; i < Math.min(near.length, 500); i++) {
        const { scrollWidth, clientWidth } = near[i];
        const isAlike = near[i] !== node && scrollWidth > clientWidth + 1 && Math.abs(scrollWidth - width) <= 20;
        if (isAlike && /auto|scroll/.test(getComputedStyle(near[i]).overflowX)) return true;
    }
    return false;
}

// What an element lets be seen of what is in it; `null`: all.
function clipOf(node, style) {
    const { display, overflowX, overflowY } = style;
    if (/^(inline|table-(row|column|header|footer).*)$/.test(display) || node.ownerSVGElement) return null;
    const isPaint = /paint|strict|content/.test(style.contain) || style.contentVisibility === "auto";
    if ((overflowX === "visible" && overflowY === "visible" && !isPaint) || isForWindow(node)) return null;
    const box = node.getBoundingClientRect();
    const scaleX = box.width / node.offsetWidth || 1, scaleY = box.height / node.offsetHeight || 1;
    if (node.offsetWidth > 20 && node.offsetHeight > 20 && Math.abs(scaleX / scaleY - 1) > 0.1) {
        const [x, y] = [[box.left, box.right], [box.top, box.bottom]].map(([low, high]) => ({ ...everywhere, low, high, isScrolled: true }));
        return { node, x, y };  // rotated: what it can be scrolled to is not worked out
    }
    const margin = /clip/.test(overflowX + overflowY) ? parseFloat(style.overflowClipMargin?.match(/[\d.]+px/)?.[0] ?? 0) : 0;
    const left = box.left + (node.clientLeft || 0) * scaleX - margin, top = box.top + (node.clientTop || 0) * scaleY - margin;
    const isSVG = node.offsetWidth === undefined;
    const width = isSVG ? box.width : node.clientWidth, height = isSVG ? box.height : node.clientHeight;
    const [across, down] = waysOf(style);
    const x = overflowX === "visible" && !isPaint ? everywhere : reachOf(left, left + width * scaleX + 2 * margin,
        /auto|scroll/.test(overflowX) || (overflowX === "hidden" && node.scrollWidth > width + 1 && (style.overflowAnchor === "none" || isLed(node))), node.scrollLeft, node.scrollWidth - width, across, scaleX);
    const y = overflowY === "visible" && !isPaint ? everywhere : reachOf(top, top + height * scaleY + 2 * margin,
        /auto|scroll/.test(overflowY) || (overflowY === "hidden" && isScrolledByScript(node, style, box)),
        node.scrollTop, node.scrollHeight - height, down, scaleY);
    return { node, x, y };
}

// A length as computed styles have them, of which `whole` is 100 %; `NaN` for a calculation.
function lengthIn(text, whole) {
    const number = /^-?[\d.]+(e-?\d+)?(px|%)$/.test(text) ? parseFloat(text) : NaN;
    return text.endsWith("%") ? number / 100 * whole : number;
}

// What `clip` and `clip-path` leave of a box, in its own coordinates: `[left, top, right, bottom]`; `null` where that
// is not known.
function shapeIn(style, width, height) {
    if (/^(absolute|fixed)$/.test(style.position) && style.clip?.startsWith("rect(")) {
        const [top, right, bottom, left] = style.clip.slice(5, -1).split(/[\s,]+/);
        const or = (text, other) => text === "auto" ? other : lengthIn(text, 0);
        return [or(left, 0), or(top, 0), or(right, width), or(bottom, height)];
    }
    const [, kind, inside] = /^(inset|circle|ellipse|polygon)\(([^()]*)\)/.exec(style.clipPath) ?? [];
    if (kind === "inset") {
        const [top, right = top, bottom = top, left = right] = inside.split("round")[0].trim().split(/\s+/);
        return [lengthIn(left, width), lengthIn(top, height), width - lengthIn(right, width), height - lengthIn(bottom, height)];
    }
    if (kind === "polygon") {
        const points = inside.split(",").map((point) => point.trim().split(/\s+/)).filter(({ length }) => length === 2);
        const [xs, ys] = [points.map(([x]) => lengthIn(x, width)), points.map(([, y]) => lengthIn(y, height))];
        return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    }
    const radii = kind ? inside.split("at")[0].trim().split(/\s+/) : [];
    return radii.some((radius) => /^0(px|%)?$/.test(radius)) ? [0, 0, 0, 0] : null;
}

// The clips around an element with what its own shape leaves of it and all in it.
function shapedBy(element, style, outer) {
    if ((style.clipPath ?? "none") === "none" && (style.clip ?? "auto") === "auto") return outer;
    const box = element.getBoundingClientRect();
    const width = element.offsetWidth || box.width, height = element.offsetHeight || box.height;
    const shape = shapeIn(style, width, height);
    if (!shape || shape.some(isNaN)) return outer;
    const [left, top, right, bottom] = shape, scaleX = box.width / width || 1, scaleY = box.height / height || 1;
    const x = reachOf(box.left + left * scaleX, box.left + right * scaleX, false);
    const y = reachOf(box.top + top * scaleY, box.top + bottom * scaleY, false);
    return { node: element, isShape: true, x, y, outer };
}

// Whether something is to be seen of a length: a pixel is not, but of a line that is no longer.
function isSome(length, whole) {
    return length > 1 || (whole <= 1 && length > 0 && length >= whole * 0.9);
}

// The clip that leaves nothing of a box; `null`: something is to be seen, once all is scrolled there.
function clipAway(box, clips) {
    const part = { x: [box.left, box.right], y: [box.top, box.bottom] };
    for (let clip = clips; clip; clip = clip.outer) {
        for (const axis of ["x", "y"]) {
            const { low, high, from, to, isScrolled } = clip[axis], [start, end] = part[axis];
            const first = Math.max(start, from), last = Math.min(end, to);
            if (!isSome(last - first, end - start) || (isScrolled && high - low <= 1)) return { ...clip, axis };
            part[axis] = isScrolled ? [low, high] : [first, last];
        }
    }
    return null;
}

// Whether an element shows at most a pixel of what it holds, as libraries hide what only screen readers are to find.
function isPixel(element, style, { width, height }) {
    if (width > 1 && height > 1) return false;
    if (style.overflowX === "visible") return width <= 1 && height <= 1 && element.offsetWidth > 2 && element.offsetHeight > 2;  // scaled
    return (width <= 1 && height <= 1) || (width <= 1 ? element.scrollWidth > 2 : element.scrollHeight > 2);
}

// What keeps a rendered element itself from being seen: `{ dimmer }`, `{ pixel }` or the clip that leaves nothing of it.
// `null`: nothing does.
function unseenBy(element) {
    const style = getComputedStyle(element);
    const around = surroundingsAround(element, style, style.display === "contents" ? "flow" : placingOf(style));
    const { opacity, dimmer } = dimmedBy(element, style, around);
    if (opacity <= leastOpacity) return { dimmer };
    return clipFrom(element, style, around);
}

// What of that is the place of an element, not its opacity.
function clipFrom(element, style, around) {
    const boxes = boxesOf(element), clips = shapedBy(element, style, around.clips);
    if (boxes.length === 1 && isPixel(element, style, boxes[0])) return { pixel: boxes[0] };
    let away = null;
    for (const box of boxes) {
        const clip = clipAway(box, clips);
        if (!clip) return null;
        away ??= clip;
    }
    return away;
}

// How many of the elements in one that is not seen itself are looked at.
const mostInside = 500;

// What keeps an element from being seen with all that is in it: a box that lies outside may hold what does not.
function unseenWholeBy(element) {
    const cause = unseenBy(element);
    if (!cause || cause.dimmer || cause.pixel || cause.isShape) return cause;
    const inside = [element];
    for (let i = 0; i < inside.length && inside.length < mostInside; i++) {
        for (const child of composedChildren(inside[i])) {
            if (child.nodeType !== Node.ELEMENT_NODE) continue;
            if (isRendered(child) && !unseenBy(child)) return null;
            inside.push(child);
        }
    }
    return cause;
}

// What the client knows of frames around this document that cannot be seen from here: whether one cannot be seen.
let isUnseenOutside = false;

// The frame around this document that cannot be seen; `null`: all can.
function unseenFrame() {
    if (window === window.top) return null;
    if (surroundings.frame === undefined) surroundings.frame = framesAround().find(unseenBy) ?? null;
    return surroundings.frame;
}

// The element that shows another one: the list of an option, the image of an area.
function showerOf(element) {
    return /^(option|optgroup)$/.test(element.localName) ? element.closest("select") ?? element
        : element.localName === "area" ? boxedOf(element) : element;
}

// Whether a person can see an element, whatever is scrolled.
function isSeen(element) {
    if (!isVisible(element) || (isUnseenOutside && isApart()) || unseenFrame()) return false;
    const cause = unseenWholeBy(showerOf(element));
    return !cause || isDrawnBeside(element, cause);
}

// Whether a control that is hidden itself can be seen all the same, by what the page draws in its place.
function isDrawnBeside(element, { node, dimmer, pixel, isShape }) {
    const isBox = element.localName === "input" && /^(checkbox|radio|file)$/.test(element.type);
    const isOwn = dimmer === element || pixel || (isShape && node === element);
    if (!isOwn || !(isBox || element.localName === "select")) return false;
    if (isBox && [...element.labels].some((label) => isRendered(label) && !unseenWholeBy(label))) return true;
    const own = element.getBoundingClientRect();
    return childrenOf(parentOf(element)).some((other) => {
        if (other === element || !isRendered(other) || unseenWholeBy(other)) return false;
        if (!isBox) return other.matches("[role=combobox]") || other.querySelector("[role=combobox]") !== null;
        const { left, right, top, bottom } = other.getBoundingClientRect();
        return left < own.right && right > own.left && top < own.bottom && bottom > own.top;
    });
}

// What keeps an element from being seen, in words.
function wordsOf(cause, element) {
    const { node, axis, isShape, isFixed, pixel, dimmer } = cause;
    const of = (other) => other === element ? "" : ` of ${tagOf(other)}`;
    if (dimmer) return `opacity: ${getComputedStyle(dimmer).opacity}${of(dimmer)}`;
    if (pixel) return `its box is ${Math.round(pixel.width)} × ${Math.round(pixel.height)} pixels`;
    if (isFixed) return "it is fixed outside the window";
    if (!node) return "it lies outside the area that can be scrolled to";
    if (isShape) return `clipped away by the ${getComputedStyle(node).clipPath === "none" ? "clip" : "clip-path"}${of(node)}`;
    const style = getComputedStyle(node), overflow = axis === "x" ? style.overflowX : style.overflowY;
    if (cause[axis].isScrolled || /auto|scroll/.test(overflow)) return `it lies outside the area that can be scrolled to in ${tagOf(node)}`;
    const property = overflow === "visible" ? "contain: paint" : `overflow: ${overflow}`;
    const size = Math.round(cause[axis].high - cause[axis].low);
    return `clipped away by ${tagOf(node)} (${property}, ${size} pixels ${axis === "x" ? "wide" : "high"})`;
}
