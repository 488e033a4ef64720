// Texts: what a picture may show of a document as text or as value, for the client to look through.

// The kinds of elements that hold a document of their own.
const framing = new Set(["iframe", "frame", "object", "embed"]);

// Whether a frame is drawn, and large enough for a text.
function isLegible(frame) {
    const { width, height } = frame.getBoundingClientRect();
    return width > 4 && height > 4 && frame.checkVisibility({ visibilityProperty: true });
}

// What is looked through: what the browser's own search for nothing counts.
const readNodes = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION | NodeFilter.SHOW_COMMENT;

// Takes in what stands in a tree.
function readTree(root, seen, isAlone) {
    const walker = document.createTreeWalker(root, readNodes);
    let skipped = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!isElement(node)) {
            if (node.nodeType !== Node.COMMENT_NODE && node.parentNode !== skipped) seen.texts.push(node.data);
            if (node.parentNode !== node.ownerDocument) seen.nodes++;
            continue;
        }
        seen.nodes++;
        if (shadowOf(node)) readTree(shadowOf(node), seen, isAlone);
        const name = node.localName;
        if (unread.has(name)) skipped = node;
        else if (drawnAttributes.has(name)) seen.texts.push(...drawnValues(node));
        else if (framing.has(name)) readFrame(node, seen, isAlone);
    }
}

// Takes in what stands in a frame.
function readFrame(frame, seen, isAlone) {
    if (frame.localName === "object" && !frame.contentWindow) return;
    seen.frames++;
    if (!frame.contentDocument) {
        seen.foreign++;
        seen.closed += isLegible(frame) ? 1 : 0;
    } else if (!isAlone) readTree(frame.contentDocument, seen, false);
}

// What is drawn with this document: the texts, or all runs in them of so many characters without white space; the number
// of frames; how many of those are of another origin, and how many of these can be seen; the number of nodes that were
// looked through. Where it is asked alone, only what is in this document counts; nothing does where the documents around
// it can look into it, which is said. Where parts are asked for, there is each text by itself instead.
function shownTexts({ run, isAlone, isInParts }) {
    const seen = { texts: [], frames: 0, foreign: 0, closed: 0, nodes: 0 }, isOpen = isAlone && !isApart();
    if (!isOpen) readTree(document, seen, isAlone);
    const { texts, ...counts } = seen;
    if (isInParts) return { text: "", parts: texts.map(wellFormed), ...counts };
    // Each by itself, and all joined: one word may stand in several elements.
    const all = [texts.join("\n"), texts.join("")];
    const runs = run && all.flatMap((text) => text.match(new RegExp(`[\\S\\uFEFF]{${run},}`, "g")) ?? []);
    return { text: run ? [...new Set(runs)].join("\n") : all.join("\x7f"), ...counts, isOpen };
}
