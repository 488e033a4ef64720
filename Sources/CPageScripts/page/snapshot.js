// The DOM as HTML that can be looked at later: with open shadow roots and frames of the same origin, without scripts.

const voidElements = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const dropped = new Set(["script", "noscript", "base"]);
const longestSnapshot = 10_000_000;

// The document in pieces, in order: `m` markup, `v` the value of an attribute and `t` text, both not escaped yet, `[` and
// `]` around the document of a frame, which becomes the value of an attribute.
function makePieces() {
    const pieces = [];
    const add = (kind, text) => {
        if (kind === "m" && pieces.at(-1)?.startsWith("m")) pieces.push(pieces.pop() + text);
        else pieces.push(kind + text);
    };
    return { pieces, add, left: longestSnapshot };
}

// The names and values of the attributes that stay: nothing that runs, refreshes, loads, or forbids what is shown.
function attributesOf(element) {
    const kept = [...element.attributes].filter(({ name, value }) => !/^(on|srcdoc$|nonce$|integrity$|value$|checked$|selected$)/i.test(name)
        && !/^\s*(javascript|vbscript):/i.test(value));
    const state = [];
    if (element.localName === "input") {
        const shown = element.type === "password" ? "" : element.value;
        if (shown) state.push(["value", shown]);
        if (element.checked) state.push(["checked", ""]);
    } else if (element.localName === "option") {
        if (element.hasAttribute("value")) state.push(["value", element.value]);
        if (element.selected) state.push(["selected", ""]);
    } else if (element.hasAttribute("value")) {
        state.push(["value", attributeOf(element, "value")]);
    }
    return [...kept.map(({ name, value }) => [inertName(element, name), value]), ...state];
}

// The name of an attribute, as data where no policy keeps the browser from what it asks for: to connect, or to look a
// name up.
function inertName(element, name) {
    return element.localName === "link" && /^(href|rel|imagesrcset)$/i.test(name) || /^ping$/i.test(name) ? `data-${name}` : name;
}

function addAttribute(name, value, into) {
    into.add("m", ` ${name}="`);
    into.add("v", value);
    into.add("m", '"');
}

function addStyle(text, into) {
    into.add("m", text.replace(/<\//g, "<\\/"));
}

// The rules of style sheets that scripts have made.
function addAdoptedStyles(root, into) {
    const rules = [...root.adoptedStyleSheets ?? []].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
    if (rules.length === 0) return;
    into.add("m", "<style>");
    addStyle(rules.join("\n"), into);
    into.add("m", "</style>");
}

function isDropped(element) {
    return dropped.has(element.localName) || element.localName === "meta" && element.hasAttribute("http-equiv");
}

// The rules of a style sheet that the page has loaded, in place of the link to it: nothing is loaded by the file. Those of
// another origin are not told.
function addLinkedStyles(link, into) {
    let rules = "";
    try {
        rules = [...link.sheet?.cssRules ?? []].map((rule) => rule.cssText).join("\n");
    } catch {
        return;
    }
    if (!rules) return;
    into.left -= rules.length;
    into.add("m", "<style");
    if (link.media) addAttribute("media", link.media, into);
    into.add("m", ">");
    addStyle(rules, into);
    into.add("m", "</style>");
}

// Comes before all else, so that it holds for all else, frames included.
const policy = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src`
    + ` 'unsafe-inline' data:; img-src data:; font-src data:; form-action 'none'">`
    + `<meta http-equiv="x-dns-prefetch-control" content="off"><meta name="referrer" content="no-referrer">\n`;

function addHead(source, into) {
    into.add("m", "<base");
    addAttribute("href", source.baseURI, into);
    into.add("m", ">");
    addAdoptedStyles(source, into);
}

function addContent(element, into) {
    if (/^(textarea|pre|listing)$/.test(element.localName)) into.add("m", "\n");  // a reader drops a first line end
    if (element.localName === "textarea") return into.add("t", element.value);
    if (element.localName === "style") return addStyle(element.textContent ?? "", into);
    if (element.localName === "head") addHead(element.ownerDocument, into);
    if (shadowOf(element)) {
        into.add("m", `<template shadowrootmode="open">`);
        addAdoptedStyles(shadowOf(element), into);
        addNodes(shadowOf(element), into);
        into.add("m", "</template>");
    }
    addNodes(element.localName === "template" ? element.content : element, into);
}

function addNodes(parent, into) {
    for (const node of childNodesOf(parent)) {
        if (into.left <= 0) return;
        if (node.nodeType === Node.TEXT_NODE) {
            into.add("t", node.nodeValue);
            into.left -= node.nodeValue.length;
        } else if (isElement(node) && !isDropped(node)) {
            addElement(node, into);
            into.left -= 20;
        }
    }
}

function addElement(element, into) {
    const name = element.localName;
    if (name === "link") addLinkedStyles(element, into);
    into.add("m", `<${name}`);
    for (const [attribute, value] of attributesOf(element)) addAttribute(attribute, value, into);
    const inner = name === "iframe" ? element.contentDocument?.documentElement : null;
    if (inner) {
        into.add("m", ' srcdoc="');
        into.add("[", "");
        into.add("m", policy);
        addElement(inner, into);
        into.add("]", "");
        into.add("m", '"');
    }
    into.add("m", ">");
    if (voidElements.has(name)) return;
    if (!inner) addContent(element, into);
    into.add("m", `</${name}>`);
}

// The document in pieces; cut where it is too long.
function snapshot() {
    const into = makePieces();
    into.add("m", "<!doctype html>\n" + policy);
    if (document.documentElement) addElement(document.documentElement, into);
    into.add("m", into.left > 0 ? "\n" : "\n<!-- cut: the document is longer -->\n");
    return into.pieces.map(wellFormed);
}
