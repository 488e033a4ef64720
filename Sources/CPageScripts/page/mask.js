// Masks: what a picture must not show is painted over until `unmask`.

const maskKey = Symbol.for("canary.mask");
const maskColor = "#c0c";

// Every tree that is drawn with this document: open shadow roots, and documents of frames of the same origin.
function* drawnTrees(scope) {
    for (const tree of rootsIn(scope)) {
        yield tree;
        for (const frame of tree.querySelectorAll("iframe, frame, object")) {
            if (frame.contentDocument) yield* drawnTrees(frame.contentDocument);
        }
    }
}

// The elements in a tree whose text or value holds one of `secrets`; a password field shows none.
function holdersIn(tree, secrets) {
    const holds = (text) => secrets.some((secret) => text.includes(secret) || normalised(text).includes(secret));
    const fields = [...tree.querySelectorAll("input:not([type=password]), textarea")].filter((field) => holds(field.value));
    const walker = (tree.ownerDocument ?? tree).createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    const holders = new Set(fields);
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement ?? tree.host;
        if (parent && !unread.has(parent.localName) && holds(walker.currentNode.nodeValue)) holders.add(parent);
    }
    return holders;
}

// Paints an element's own text over; that moves with it, and lies above whatever lies above the element.
function maskText(element) {
    const style = element.getAttribute("style");
    for (const name of ["color", "-webkit-text-fill-color", "fill", "caret-color"]) {
        element.style.setProperty(name, "transparent", "important");
    }
    element.style.setProperty("text-shadow", "none", "important");
    element.style.setProperty("background", maskColor, "important");
    return () => style === null ? element.removeAttribute("style") : element.setAttribute("style", style);
}

// Lays boxes over elements, above dialogs too.
function coverAll(elements) {
    const sheet = document.createElement("div");
    sheet.popover = "manual";
    sheet.style.cssText = "all: initial; position: absolute; left: 0; top: 0; overflow: visible; z-index: 2147483647";
    for (const box of elements.flatMap((element) => [...element.getClientRects()])) {
        const cover = document.createElement("div");
        cover.style.cssText = `all: initial; position: absolute; left: ${box.left + scrollX}px; top: ${box.top + scrollY}px; `
            + `width: ${box.width}px; height: ${box.height}px; background: ${maskColor}`;
        sheet.append(cover);
    }
    document.documentElement.append(sheet);
    sheet.showPopover?.();
    return () => sheet.remove();
}

// Masks the visible matches of `targets`, and what holds one of `secrets`; answers how many elements that are.
function mask({ targets, secrets }) {
    unmask();
    const elements = [...new Set(targets.flatMap((target) => target.alternatives.flatMap(chosenOf)))].filter(isVisible);
    const holders = secrets.length > 0 ? [...drawnTrees(document)].flatMap((tree) => [...holdersIn(tree, secrets)]) : [];
    const undo = holders.map(maskText);
    if (elements.length > 0) undo.push(coverAll(elements));
    Object.defineProperty(window, maskKey, { value: undo, configurable: true, enumerable: false });
    return elements.length + holders.length;
}

// Takes all masks away.
function unmask() {
    for (const undo of window[maskKey] ?? []) undo();
    delete window[maskKey];
}
