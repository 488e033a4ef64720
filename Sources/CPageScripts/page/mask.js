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

// The elements in a tree that show one of `secrets`; a list shows what its options hold.
function holdersIn(tree, secrets) {
    const holds = (text) => secrets.some((secret) => text.includes(secret));
    const drawing = [...tree.querySelectorAll([...drawnAttributes.keys()])];
    const holders = new Set(drawing.filter((element) => drawnValues(element).some(holds)));
    const texts = readTexts(tree);
    for (const { parent, text } of texts) {
        if (holds(text)) holders.add(parent);
    }
    for (const { parent } of splitHolders(texts, secrets)) holders.add(parent);
    const lists = [...holders].map((holder) => holder.closest("select")).filter(Boolean);
    return new Set([...holders, ...lists]);
}

// The texts of a tree, each with the element that it stands in.
function readTexts(tree) {
    const walker = (tree.ownerDocument ?? tree).createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement ?? tree.host;
        if (parent && !unread.has(parent.localName)) texts.push({ parent, text: walker.currentNode.nodeValue });
    }
    return texts;
}

// Those of several texts that hold a secret together, as one word of which a part is bold.
function splitHolders(texts, secrets) {
    const joined = texts.map(({ text }) => text).join("");
    const found = [];
    for (const secret of secrets) {
        for (let begin = joined.indexOf(secret); begin >= 0; begin = joined.indexOf(secret, begin + 1)) {
            const parts = partsOf(texts, begin, begin + secret.length);
            if (new Set(parts.map(({ parent }) => blockOf(parent))).size === 1) found.push(...parts);
        }
    }
    return found;
}

// The texts that a part of all of them, joined, comes from.
function partsOf(texts, begin, end) {
    let offset = 0;
    return texts.filter(({ text }) => {
        offset += text.length;
        return offset > begin && offset - text.length < end;
    });
}

// The element whose lines an element's text is a part of; what a row of boxes holds is one line.
function blockOf(element) {
    let block = element;
    for (let parent; parent = block.parentElement; block = parent) {
        if (/^(inline|contents)/.test(getComputedStyle(block).display)) continue;
        const { display, flexDirection } = getComputedStyle(parent);
        if (!/flex$/.test(display) || /^column/.test(flexDirection)) break;
    }
    return block;
}

// Paints an element's own text over; that moves with it, and lies above whatever lies above the element.
function maskText(element) {
    const style = attributeOf(element, "style");
    for (const name of ["color", "-webkit-text-fill-color", "fill", "caret-color"]) {
        element.style.setProperty(name, "transparent", "important");
    }
    element.style.setProperty("text-shadow", "none", "important");
    element.style.setProperty("background", maskColor, "important");
    return () => {
        element.setAttribute("style", style ?? "");  // to remove it leaves an empty one where none was written yet
        if (style === null) element.removeAttribute("style");
    };
}

// The boxes of elements.
function boxesOfAll(elements) {
    return elements.flatMap(rectsOf);
}

// Lays covers over parts of a document's view, above dialogs too.
function coverAll(boxes, { documentElement: root, defaultView: view } = document) {
    const sheet = root.ownerDocument.createElement("div");
    sheet.popover = "manual";
    sheet.style.cssText = "all: initial; position: absolute; left: 0; top: 0; overflow: visible; z-index: 2147483647";
    for (const box of boxes) {
        const cover = root.ownerDocument.createElement("div");
        cover.style.cssText = `all: initial; position: absolute; left: ${box.left + view.scrollX}px; top: ${box.top + view.scrollY}px; `
            + `width: ${box.width}px; height: ${box.height}px; background: ${maskColor}`;
        sheet.append(cover);
    }
    root.append(sheet);
    sheet.showPopover?.();
    return () => sheet.remove();
}

// Lays boxes over the frames of other origins.
function coverFrames() {
    const framesIn = (tree) => [...tree.querySelectorAll("iframe, frame, object, embed")];
    const isClosed = (frame) => !frame.contentDocument && (frame.contentWindow || frame.localName === "embed");
    const frames = [...drawnTrees(document)].flatMap(framesIn).filter(isClosed);
    return [...new Set(frames.map((frame) => frame.ownerDocument))]
        .map((scope) => coverAll(boxesOfAll(frames.filter((frame) => frame.ownerDocument === scope)), scope));
}

// Masks the visible matches of `targets`, what holds one of `secrets` (in this document alone where that is said),
// parts of the view, and whole frames of other origins where that is asked for; answers which targets match nothing.
function mask({ targets, secrets, boxes, coversFrames, isAlone }) {
    unmask();
    const found = targets.map((target) => target.alternatives.flatMap(chosenOf));
    const elements = [...new Set(found.flat())].filter(isVisible);
    const trees = secrets.length === 0 ? [] : isAlone ? [...rootsIn(document)] : [...drawnTrees(document)];
    const holders = trees.flatMap((tree) => [...holdersIn(tree, secrets)]);
    const undo = holders.map(maskText);
    const covered = [...boxesOfAll(elements), ...boxes];
    if (covered.length > 0) undo.push(coverAll(covered));
    if (coversFrames) undo.push(...coverFrames());
    Object.defineProperty(window, maskKey, { value: undo, configurable: true, enumerable: false });
    return found.flatMap((matches, index) => matches.length === 0 ? [index] : []);
}

// Takes all masks away.
// Answers whether any were there: a document that has come meanwhile has none.
function unmask() {
    const isMasked = Boolean(window[maskKey]);
    for (const undo of window[maskKey] ?? []) undo();
    delete window[maskKey];
    return isMasked;
}
