// The DOM as HTML that can be looked at later: with open shadow roots and frames of the same origin, without scripts.

const voidElements = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const dropped = new Set(["script", "noscript", "base"]);
const longestSnapshot = 10_000_000;

function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

// The attributes that stay: nothing that runs, refreshes, or forbids what is shown.
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
        state.push(["value", element.getAttribute("value")]);
    }
    const pairs = [...kept.map(({ name, value }) => [name, value]), ...state];
    return pairs.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
}

// The rules of style sheets that scripts have made.
function adoptedStyles(root) {
    const rules = [...root.adoptedStyleSheets ?? []].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
    return rules.length > 0 ? `<style>${rules.join("\n").replace(/<\//g, "<\\/")}</style>` : "";
}

function isDropped(element) {
    const equivalent = element.localName === "meta" ? (element.httpEquiv ?? "").toLowerCase() : "";
    return dropped.has(element.localName) || equivalent === "refresh" || equivalent === "content-security-policy";
}

function headOf(source) {
    return `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'">`
        + `<base href="${escaped(source.baseURI)}">${adoptedStyles(source)}`;
}

function contentOf(element, budget) {
    if (element.localName === "textarea") return escaped(element.value);
    if (element.localName === "style") return (element.textContent ?? "").replace(/<\//g, "<\\/");
    let content = element.localName === "head" ? headOf(element.ownerDocument) : "";
    if (element.shadowRoot) {
        content += `<template shadowrootmode="open">${adoptedStyles(element.shadowRoot)}`
            + `${nodesOf(element.shadowRoot, budget)}</template>`;
    }
    return content + nodesOf(element.localName === "template" ? element.content : element, budget);
}

function nodesOf(parent, budget) {
    return [...childNodesOf(parent)].map((node) => {
        if (budget.left <= 0) return "";
        const text = node.nodeType === Node.TEXT_NODE ? escaped(node.nodeValue)
            : node.nodeType === Node.ELEMENT_NODE && !isDropped(node) ? elementOf(node, budget) : "";
        budget.left -= node.nodeType === Node.TEXT_NODE ? text.length : 20;
        return text;
    }).join("");
}

function elementOf(element, budget) {
    const name = element.localName;
    let attributes = attributesOf(element);
    const inner = name === "iframe" ? element.contentDocument?.documentElement : null;
    if (inner) attributes += ` srcdoc="${escaped(elementOf(inner, budget))}"`;
    if (voidElements.has(name)) return `<${name}${attributes}>`;
    return `<${name}${attributes}>${inner ? "" : contentOf(element, budget)}</${name}>`;
}

// The document as one HTML text; cut where it is too long.
function snapshot() {
    const budget = { left: longestSnapshot };
    const html = elementOf(document.documentElement, budget);
    return `<!doctype html>\n${html}\n${budget.left > 0 ? "" : "<!-- cut: the document is longer -->\n"}`;
}
