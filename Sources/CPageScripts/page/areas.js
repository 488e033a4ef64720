// What has no box of its own: areas of image maps, which their image shows, `display: contents`, of which only the
// content is drawn, and lines of SVG, whose box counts nothing of how thick they are.

// The element whose box tells where an element lies: for an area its image, where one shows it; for `display: contents`
// the first thing in it that has a box, or what is around it.
function boxedOf(element) {
    if (isContents(element)) {
        const inner = composedChildren(element).find((child) => isElement(child) && isRendered(child));
        return inner ? boxedOf(inner) : composedParent(element) ?? element;
    }
    if (element.localName !== "area") return element;
    const name = element.closest("map")?.name;
    return [...element.getRootNode().querySelectorAll("img[usemap]")].find((image) => image.useMap === `#${name}`) ?? element;
}

// Points that may lie in an area, in the coordinates of its image: whether one does, the page must be asked.
function pointsIn(area, image) {
    const numbers = area.coords.split(",").map(Number);
    const mean = (...points) => {
        const sum = [0, 0];
        for (const [x, y] of points) { sum[0] += x; sum[1] += y; }
        return sum.map((each) => each / points.length);
    };
    const corners = numbers.flatMap((x, i) => i % 2 === 0 ? [[x, numbers[i + 1]]] : []);
    if (/^c/i.test(area.shape)) return [corners[0]];
    if (/^p/i.test(area.shape)) {
        const ears = corners.map((corner, i) => mean(corner, corners[(i + 1) % corners.length], corners[(i + 2) % corners.length]));
        return [mean(...corners), ...ears];
    }
    if (/^d/i.test(area.shape)) {
        const steps = [0.5, 0.1, 0.9, 0.3, 0.7];
        return steps.flatMap((x) => steps.map((y) => [x * image.width, y * image.height]));
    }
    return [mean(corners[0], corners[1])];
}

// Where a click on an area goes; `null`: no part of it is in view.
function pointOfArea(area) {
    const image = boxedOf(area);
    if (image === area) return null;
    const box = image.getBoundingClientRect(), style = getComputedStyle(image);
    const left = box.left + image.clientLeft + parseFloat(style.paddingLeft);
    const top = box.top + image.clientTop + parseFloat(style.paddingTop);
    const points = pointsIn(area, image).map(([x, y]) => ({ x: left + x, y: top + y }))
        .filter(({ x, y }) => x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight);
    return points.find((point) => elementAt(point) === area) ?? points[0] ?? null;
}

// Whether an element has nothing at a point, not even under something else: the middle of a ring.
function isHollowAt(element, { x, y }) {
    if (getComputedStyle(element).pointerEvents === "none") return false;
    const hits = element.getRootNode().elementsFromPoint?.(x, y) ?? [];
    return !hits.some((hit) => isAround(element, hit));
}

// The shapes of SVG that an element consists of, and how each is drawn.
function shapesOf(element) {
    if (element.localName === "use") {
        const shape = element.getRootNode().querySelector(element.href.baseVal || null);
        const { value: x } = element.x.baseVal, { value: y } = element.y.baseVal;
        return shape?.getTotalLength ? [[shape, element.getScreenCTM()?.translate(x, y)]] : [];
    }
    const shapes = [element, ...element.querySelectorAll("*")].filter((each) => each.getTotalLength);
    return shapes.slice(0, 10).map((shape) => [shape, shape.getScreenCTM()]);
}

// Points of an element beside the middle of its box, where one may be that can be hit: of its boxes, and of the outlines
// of drawn shapes, first where nothing but the outline is drawn.
function pointsOn(element) {
    const steps = [0.5, 0.25, 0.75, 0.1, 0.9, 0.02, 0.98];
    const inBoxes = boxesOf(element).slice(0, 5).flatMap((box) => steps.flatMap((down) => steps.map((across) =>
        ({ x: box.left + box.width * across, y: box.top + box.height * down }))));
    let outlines = [];
    try {
        outlines = element.ownerSVGElement ? shapesOf(element).flatMap(([shape, map]) => map ? steps.map((step) => {
            const point = shape.getPointAtLength(shape.getTotalLength() * step);
            return new DOMPoint(point.x, point.y).matrixTransform(map);
        }) : []) : [];
    } catch { outlines = []; }  // a shape that is not drawn has no outline
    const isOutlineFirst = getComputedStyle(element).fill === "none";
    const points = isOutlineFirst ? [...outlines, ...inBoxes] : [...inBoxes, ...outlines];
    return points.map(({ x, y }) => ({ x: Math.floor(x), y: Math.floor(y) }))
        .filter(({ x, y }) => x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight);
}

function isContents(element) {
    return getComputedStyle(element).display === "contents";
}

// The boxes of an element; of `display: contents` those of what is in it.
function rectsOf(element) {
    const own = [...element.getClientRects()];
    if (own.length > 0) return own.map((box) => isLine(element, box) ? new DOMRect(box.x - 0.5, box.y - 0.5, box.width + 1, box.height + 1) : box);
    if (!isContents(element)) return own;
    const range = document.createRange();
    return composedChildren(element).flatMap((child) => {
        if (isElement(child)) return rectsOf(child);
        range.selectNodeContents(child);
        return [...range.getClientRects()];
    });
}

// Whether a box is that of a drawn line of SVG, horizontal or vertical.
function isLine(element, { width, height }) {
    if (!element.getTotalLength || (width > 0) === (height > 0)) return false;
    const { stroke, strokeWidth } = getComputedStyle(element);
    return stroke !== "none" && parseFloat(strokeWidth) > 0;
}
