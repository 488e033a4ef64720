// States of an element: visible, enabled, editable, where it lies, what lies over it.

// What the client knows of frames around this document that cannot be seen from here: whether one is hidden.
let isHiddenOutside = false;

// Whether the frames around this document are visible, so that anything in it can be.
function areFramesVisible() {
    if (window === window.top) return true;
    if (window.innerWidth === 0 || window.innerHeight === 0 || (isHiddenOutside && isApart())) return false;
    return framesAround().every((frame) => isRendered(frame) && frame.clientWidth > 0 && frame.clientHeight > 0);
}

// Visible to the user: so in its document, and the document too.
function isVisible(element) {
    return isRendered(element) && areFramesVisible();
}

// A non-empty box that is rendered and not `visibility: hidden`; opacity 0 counts as visible.
function isRendered(element) {
    if (!element.isConnected) return false;
    if (element.localName === "option" || element.localName === "optgroup") {
        const list = element.closest("select");
        return list ? isRendered(list) : false;
    }
    if (element.localName === "area") return boxedOf(element) !== element && isRendered(boxedOf(element));
    if (isContents(element)) {
        return composedChildren(element).some((child) => child.nodeType === Node.TEXT_NODE
            ? child.nodeValue.trim() !== "" : isElement(child) && isRendered(child));
    }
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return (box.width > 0 && box.height > 0) || isLine(element, box);
}

// The form control that a label stands for; otherwise the element itself, also where it is a control in a label.
function controlOf(element) {
    if (element.matches("a, button, input, select, textarea, [contenteditable], [role]")) return element;
    return element.closest("label")?.control ?? element;
}

// What is around an element and shows no more of what is in it than has a place in its own box.
function* clippersOf(element) {
    for (let node = composedParent(element); node; node = composedParent(node)) {
        const { display, overflowX } = getComputedStyle(node);
        if (overflowX !== "visible" && !/^(contents|inline)$/.test(display)) yield node;
    }
}

// Whether something around an element shows no more than a pixel of it, as libraries hide what only screen readers
// are to find: to bring it into view scrolls it there under what is drawn, and a click falls beside both.
function isCutOff(element) {
    for (const node of clippersOf(element)) {
        const { width, height } = node.getBoundingClientRect();
        if (width <= 1 || height <= 1) return true;
    }
    return false;
}

// Whether a checkbox or radio button cannot be clicked itself: a drawn one stands in its place.
function isDrawnElsewhere(box) {
    if (!isVisible(box)) return true;
    const { clip, clipPath, pointerEvents, opacity } = getComputedStyle(box);
    const { width, height, right, bottom } = box.getBoundingClientRect();
    if (width <= 1 || height <= 1 || right + window.scrollX <= 0 || bottom + window.scrollY <= 0) return true;
    if (clip !== "auto" || clipPath !== "none" || pointerEvents === "none" || isCutOff(box)) return true;
    const point = opacity === "0" ? pointOf(box) : null;
    return point !== null && coverOf(box, elementAt(point)) !== null;
}

// What people click to set a checkbox or radio button: its label, beside the links in it, where a drawn one stands
// in its place; otherwise the element itself.
function standInOf(element) {
    if (element.localName !== "input" || !/^(checkbox|radio)$/.test(element.type) || !isDrawnElsewhere(element)) return element;
    const label = [...element.labels].find(isVisible);
    const links = "a, button, input, select, textarea, [role]";
    if (!label?.querySelector(links)) return label ?? element;
    const isPlain = (part) => isVisible(part) && !part.closest(links) && !part.querySelector(links);
    return [...label.querySelectorAll("*")].find(isPlain) ?? label;
}

// Visible itself or by what stands for it.
function isVisibleByLabel(element) {
    return isVisible(element) || isVisible(standInOf(element));
}

// The button or link that takes a click on what is inside it; otherwise the element itself.
function clickableOf(element) {
    return element.closest("button, [role=button], a, [role=link], [role=menuitem], [role=tab]") ?? element;
}

// Whether the element is taken out of use with all around it: the pointer goes through to what lies below.
function isInert(element) {
    for (let node = element; node; node = composedParent(node)) if (node.inert === true) return true;
    return false;
}

// Whether an element is disabled, by what is around it too: a button takes no click on what is in it, or slotted into it.
function isDisabled(element) {
    if (element.matches(":disabled")) return true;
    for (let node = element; node; node = composedParent(node)) {
        if (attributeOf(node, "aria-disabled") === "true" || (node.localName === "button" && node.matches(":disabled"))) return true;
    }
    const inner = innerControlOf(element);
    return inner ? isDisabled(inner) : isInert(element);
}

// The one control in the shadow tree of a component, by which most of it is drawn; `null`: there is none, or several.
function innerControlOf(host) {
    if (!host.shadowRoot) return null;
    const natives = [...host.shadowRoot.querySelectorAll("button, input, select, textarea")];
    const controls = natives.length > 0 ? natives : [...host.shadowRoot.querySelectorAll("*")].filter((each) => each.shadowRoot);
    if (controls.length !== 1) return null;
    const [inner, outer] = [controls[0], host].map((each) => each.getBoundingClientRect());
    return inner.width * inner.height >= outer.width * outer.height / 2 ? controls[0] : null;
}

// Whether a click on an element at a point falls on a control in it that is disabled, and is lost there.
function isLostInside(element, point) {
    let isApart = false;
    for (let node = elementAt(point); node && node !== element; node = composedParent(node)) {
        if (node.matches("button, input, select, textarea") && node.matches(":disabled")) return isAround(element, node);
        isApart ||= node.getRootNode() !== element.getRootNode();
        if (isApart && attributeOf(node, "aria-disabled") === "true") return isAround(element, node);
    }
    return false;
}

// Whether the element, or what it delegates to inside its shadow root, has the focus.
function isFocused(element) {
    for (let node = document.activeElement; node; node = treeIn(node)?.activeElement) {
        if (node === element) return true;
    }
    return false;
}

// The boxes of an element that are not empty: a link that goes on in the next line has several.
function boxesOf(element) {
    return rectsOf(element).filter(isArea);
}

function isArea({ width, height }) {
    return width > 0 && height > 0;
}

// The middle of the part of a box that is in view; `null`: none is.
function middleOf(box) {
    const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
    const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
    return left < right && top < bottom ? { x: (left + right) / 2, y: (top + bottom) / 2 } : null;
}

// The parts of an element's boxes that what is around it lets be seen: lines of an editor are wider than the editor.
function shownPartsOf(element, boxes) {
    let parts = boxes;
    for (const node of clippersOf(element)) {
        const clip = node.getBoundingClientRect();
        parts = parts.map(({ left, right, top, bottom }) => ({
            left: Math.max(left, clip.left), right: Math.min(right, clip.right),
            top: Math.max(top, clip.top), bottom: Math.min(bottom, clip.bottom),
        }));
    }
    return parts;
}

// Where a click goes: the middle of the first box that can be hit there, or of the part of one that is shown, or a point
// of what is hollow; the middle of the first in view where none can.
// `null`: none is in view.
function pointOf(element) {
    if (element.localName === "area") return pointOfArea(element);
    const boxes = boxesOf(element), points = boxes.map(middleOf).filter(Boolean);
    const isFree = (point) => !coverOf(element, elementAt(point));
    return points.find(isFree) ?? shownPartsOf(element, boxes).map(middleOf).filter(Boolean).find(isFree)
        ?? (points.some((point) => isHollowAt(element, point)) ? pointsOn(element).find(isFree) : null) ?? points[0] ?? null;
}

// The innermost element at a point, through open shadow roots: for a text the one that it is drawn in.
function elementAt(point) {
    let found = null;
    for (let root = document; root; root = treeIn(found)) {
        const inner = root.elementFromPoint(point.x, point.y);
        if (inner === found) return slotAt(found, point) ?? found;
        if (!inner) break;
        found = inner;
    }
    return found;
}

// The slot in which a text of a shadow root's host lies at a point; `null`: none does. A shadow tree answers with its
// host there, a press falls on the slot.
function slotAt(host, { x, y }) {
    const range = document.createRange();
    for (const child of host ? childNodesOf(host) : []) {
        if (child.nodeType !== Node.TEXT_NODE || !child.assignedSlot) continue;
        range.selectNodeContents(child);
        const isHit = (box) => box.left - 1 <= x && x <= box.right + 1 && box.top - 1 <= y && y <= box.bottom + 1;
        if ([...range.getClientRects()].some(isHit)) return child.assignedSlot;
    }
    return null;
}

// The element that would take a click meant for `element` where `hit` is what lies there; `null` where that is
// `element` itself.
function coverOf(element, hit) {
    const control = controlOf(element);
    // What leaves the pointer to the button or link that it is in is clicked for that.
    if (hit === clickableOf(element) && getComputedStyle(element).pointerEvents === "none") return null;
    for (let node = hit; node; node = composedParent(node)) {
        if (node === element || (node.localName === "area" && boxedOf(node) === element)) return null;
        if (node.localName === "label" && node.control === control) return null;
    }
    return hit ?? document.documentElement;
}

// Whether an element lies inside another one, through shadow roots.
function isAround(outer, element) {
    for (let node = element; node; node = composedParent(node)) if (node === outer) return true;
    return false;
}

// What lies over a field as a dialog or a spinner does, so that nobody could write in it; `null`: nothing does. What
// is hardly larger than the field belongs to it (a placeholder, an icon), and where a field itself is not to be seen
// it is an editor that takes its keys there.
function veilOf(field) {
    const box = field.getBoundingClientRect();
    if (box.width < 5 || box.height < 5 || getComputedStyle(field).opacity === "0" || isCutOff(field)) return null;
    const cover = coverOf(field, elementAt(pointOf(field)));
    for (let node = cover; node && !isAround(node, field); node = composedParent(node)) {
        if (node.matches(":modal")) return cover;
        const veil = node.getBoundingClientRect();
        const isOver = veil.left <= box.left && veil.top <= box.top && veil.right >= box.right && veil.bottom >= box.bottom;
        if (isOver && veil.width > box.width + 20 && veil.height > box.height + 20) return cover;
    }
    return null;
}

// A text whole, or `…` where it is too long: half a secret would not be recognised as one and masked.
function short(text, length) {
    return text.length <= length ? wellFormed(text) : "…";
}

// The whole that a cover is a part of where that is not around the element: the dialog, or what is outermost.
function wholeOf(cover, element) {
    let whole = cover;
    for (let node = cover; node && !isAround(node, element); node = composedParent(node)) {
        whole = node;
        if (node.matches("dialog, [role=dialog], [role=alertdialog]")) break;
    }
    return whole;
}

// What lies over an element, with the whole that it is a part of.
function describedCover(cover, element) {
    const whole = wholeOf(cover, element);
    if (whole === cover) return described(cover);
    const title = whole.getRootNode().getElementById?.(attributeOf(whole, "aria-labelledby"))?.textContent ?? "";
    return `${described(cover)} in ${tagOf(whole)}${short(normalised(title), 60)}`;
}

// An element as short HTML for people; never what was typed into it.
function described(element) {
    const { host } = element.localName === "slot" ? element.getRootNode() : {};
    if (host) return described(host);  // it is the host that has the text
    const text = short(normalised(element.textContent ?? ""), 60);
    return tagOf(element) + (text ? `${text}</${element.localName}>` : "");
}

// The start tag of an element, with what tells it from others.
function tagOf(element) {
    const names = ["id", "class", "name", "type", "role", "aria-label", "data-testid", "href", "placeholder"];
    const attributes = names.filter((name) => attributeOf(element, name))
        .map((name) => ` ${name}="${short(attributeOf(element, name), 80)}"`).join("");
    return `<${element.localName}${attributes}>`;
}
