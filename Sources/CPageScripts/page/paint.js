// Painted over: whether something else lies over all that is in view of an element.

// Points in the parts of an element that are in view.
function* pointsInView(element) {
    for (const { left, right, top, bottom } of shownPartsOf(element, boxesOf(element))) {
        const [low, high, first, last] = [Math.max(0, left), Math.min(innerWidth, right), Math.max(0, top), Math.min(innerHeight, bottom)];
        if (low >= high || first >= last) continue;
        for (const down of [0.5, 0.1, 0.9]) for (const across of [0.5, 0.1, 0.9]) {
            yield { x: low + across * (high - low), y: first + down * (last - first) };
        }
    }
}

// Whether an element hides what lies below it at a point: its box is there, and it is no window of glass.
function isOpaqueAt(element, { x, y }) {
    const isThere = boxesOf(element).some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
    const { backgroundColor } = getComputedStyle(element, isThere ? null : "::backdrop");
    if (!isThere && !element.matches("dialog:modal")) return false;
    const alpha = /^rgba\(.*, ([\d.]+)\)$/.exec(backgroundColor)?.[1] ?? /\/ ([\d.]+)\)$/.exec(backgroundColor)?.[1] ?? 1;
    if (Number(alpha) < 0.9 && !/^(img|video)$/.test(element.localName)) return false;
    return surroundingsOf(element, "flow", document).opacity > 0.9;
}

// What is painted over an element at a point; `null`: nothing.
function paintedOverAt(element, { x, y }) {
    for (const hit of element.getRootNode().elementsFromPoint(x, y)) {
        if (isAround(element, hit) || isAround(hit, element)) return null;
        if (isOpaqueAt(hit, { x, y })) return hit;
    }
    return null;
}

// What is painted over all of an element that is in view; `null`: nothing is, or none of it is in view.
function coverOfAll(element) {
    let cover = null;
    for (const point of pointsInView(showerOf(element))) {
        const over = paintedOverAt(showerOf(element), point);
        if (!over) return null;
        cover ??= over;
    }
    return cover && isScrolledUnder(cover) ? null : cover;
}

// Whether what is fixed at an edge of the window is over an element: it can be scrolled out from under that.
function isScrolledUnder(cover) {
    const { width, height } = cover.getBoundingClientRect();
    if (width * height > innerWidth * innerHeight / 2) return false;
    for (let node = cover; node; node = composedParent(node)) if (/^(fixed|sticky)$/.test(getComputedStyle(node).position)) return true;
    return false;
}
