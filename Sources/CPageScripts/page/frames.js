// Frames that are scaled, rotated or otherwise drawn as CSS transforms them. Drivers do not heed that: they click
// beside what is meant.

// The URL of the document that a frame waits for; `null` where it has come. Until then it has an empty one, which can be
// looked into whatever is to come.
function comingIn(frame) {
    const inner = frame.contentDocument, url = frame.localName === "object" ? frame.data : frame.src;
    if (!inner || inner.URL !== "about:blank" || !/^(https?|data|blob|file):/.test(url)) return null;
    return inner.body?.firstChild || frame.hasAttribute("srcdoc") ? null : url;
}

// The scaling and rotation of a frame in its document: zoom and the transforms around it, without what they shift.
function linearPartOf(frame) {
    const zoom = frame.currentCSSZoom ?? 1;
    let linear = new DOMMatrix([zoom, 0, 0, zoom, 0, 0]);
    for (let node = frame; node; node = composedParent(node)) {
        const { transform, rotate, scale } = getComputedStyle(node);
        if (transform === "none" && rotate === "none" && scale === "none") continue;
        const own = new DOMMatrix(transform === "none" ? "" : transform);
        const [x, y = x] = scale === "none" ? [1] : scale.split(" ").map(Number);
        linear = new DOMMatrix().rotate(rotate === "none" ? 0 : parseFloat(rotate)).scale(x, y).multiply(own).multiply(linear);
    }
    [linear.m41, linear.m42, linear.m43] = [0, 0, 0];
    return linear;
}

// Where a point in a frame lies in the viewport around it: `[a, b, c, d, e, f]` as of `matrix()` in CSS.
//
// A transform keeps the middle of a box in the middle of the box around it; perspective does not, and is missed.
function mapOf(frame) {
    const box = frame.getBoundingClientRect(), style = getComputedStyle(frame);
    const left = frame.clientLeft + parseFloat(style.paddingLeft) - frame.offsetWidth / 2;
    const top = frame.clientTop + parseFloat(style.paddingTop) - frame.offsetHeight / 2;
    const { a, b, c, d, e, f } = linearPartOf(frame).translate(left, top);
    return [a, b, c, d, e + box.left + box.width / 2, f + box.top + box.height / 2];
}

// Scrolls an element into view, through all frames, and notes where the next move of the pointer arrives. What
// matches `:hover` does not tell: headless browsers leave it out.
function reveal({ element, isScrolled }) {
    const note = noteOf();
    if (!("pointerAt" in note)) addEventListener("mousemove", (event) => { note.pointerAt = event.composedPath()[0]; }, true);
    note.pointerAt = null;
    if (isScrolled) boxedOf(element).scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    return { point: pointOf(element) };
}

// Whether the pointer has come to an element since `reveal`.
function isReached(element) {
    const hit = noteOf().pointerAt;
    return Boolean(hit) && coverOf(element, hit) === null;
}
