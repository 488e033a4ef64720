// Locating: where in a picture of the viewport a target lies that failed.

// Where the window's viewport lies in that of the top window; `null` where a frame of another origin is between.
function originOf(view) {
    let x = 0, y = 0;
    for (let frame = view; frame !== frame.top; frame = frame.parent) {
        const element = frame.frameElement;
        if (!element) return null;
        const box = element.getBoundingClientRect();
        x += box.left + element.clientLeft;
        y += box.top + element.clientTop;
    }
    return { x, y };
}

// The region of the element that is meant, or of what covers it; `null` where nothing of either is to be seen.
function regionOf(target, isCovered) {
    const found = target.alternatives.flatMap(chosenOf).filter((element) => element.getClientRects().length > 0);
    const element = found.find(isVisible) ?? found[0];
    const origin = originOf(window);
    if (!element || !origin) return null;
    const point = isCovered ? pointOf(element) : null;
    const cover = point ? coverOf(element, elementAt(point)) : null;
    const box = (cover ?? element).getBoundingClientRect();
    return {
        content: cover ? "cover" : "element",
        x: box.left + origin.x, y: box.top + origin.y, width: box.width, height: box.height,
        viewport: { width: window.top.innerWidth, height: window.top.innerHeight },
    };
}
