// Finding: from a target to the elements that match it, through open shadow roots.
//
// A target is { alternatives: [selector] }; a selector is
// { by, value, exact?, name?, within?, hasText?, nth?, elements? }. Nothing here changes the page.

// A text as a reader sees it: runs of white space are one space, none at the ends, and nothing where a word may break.
function normalised(text) {
    return wellFormed(text).replace(/[\u00AD\u200B\u2060]/g, "").replace(/\s+/g, " ").trim();
}

// Whether one of `values` fits a text pattern: exact, or part of the whole in any case.
function fits(text, exact, values) {
    const wanted = text.toLowerCase();
    return values.some((value) => exact ? value === text : value.toLowerCase().includes(wanted));
}

// The closed shadow roots around elements that were handed in from outside, by their hosts.
const closedRoots = new WeakMap();

// Whether an element lies in a closed shadow tree; notes those that it lies in.
function isInClosedTree(element) {
    let isClosed = false;
    for (let root = element.getRootNode(); root.host; root = root.host.getRootNode()) {
        if (root.mode !== "closed") continue;
        isClosed = true;
        closedRoots.set(root.host, root);
    }
    return isClosed;
}

// The shadow tree of an element, a closed one too where it is known.
function treeIn(element) {
    return element ? shadowOf(element) ?? closedRoots.get(element) : null;
}

// `scope` and every open shadow root below it.
function* rootsIn(scope) {
    yield scope;
    const own = shadowOf(scope);
    if (own) yield* rootsIn(own);
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
        const root = shadowOf(walker.currentNode);
        if (root) yield* rootsIn(root);
    }
}

// The parent in the tree as rendered: the slot, the parent, or the host of a shadow root.
function composedParent(node) {
    const parent = slotOf(node) ?? parentOf(node);
    return isElement(parent) ? parent : parent?.host ?? null;
}

// The parts of one complex selector between its descendant combinators: `a > b c` is `a > b` and `c`.
function descendantParts(selector) {
    const parts = [];
    let part = "", depth = 0, quote = null;
    for (let i = 0; i < selector.length; i++) {
        const c = selector[i];
        if (c === "\\") { part += c + (selector[++i] ?? ""); continue; }
        if (quote) { if (c === quote) quote = null; }
        else if (c === '"' || c === "'") quote = c;
        else if (c === "(" || c === "[") depth++;
        else if (c === ")" || c === "]") depth--;
        else if (depth === 0 && c === ",") return null;
        else if (depth === 0 && /\s/.test(c)) {
            const glued = /[>+~]\s*$/.test(part) || /^\s*[>+~]/.test(selector.slice(i));
            if (!glued) { if (part) parts.push(part); part = ""; continue; }
        }
        part += c;
    }
    if (part) parts.push(part);
    return parts;
}

// Whether the composed ancestors of `element` match `parts`, the last one nearest.
function hasAncestors(element, parts) {
    let ancestor = composedParent(element);
    for (let i = parts.length - 1; i >= 0; i--) {
        while (ancestor && !ancestor.matches(parts[i])) ancestor = composedParent(ancestor);
        if (!ancestor) return false;
        ancestor = composedParent(ancestor);
    }
    return true;
}

// The native getters: a form field named `children` hides the property of its form.
const [parentOf, firstChildOf, nextSiblingOf] = ["parentNode", "firstChild", "nextSibling"].map((name) => {
    const { get } = Object.getOwnPropertyDescriptor(Node.prototype, name);
    return (node) => get.call(node);
});

function childNodesOf(node) {
    const nodes = [];
    for (let child = firstChildOf(node); child; child = nextSiblingOf(child)) nodes.push(child);
    return nodes;
}

function childrenOf(node) {
    return childNodesOf(node).filter(isElement);
}

// The elements in the order of the tree as rendered, each once.
function inOrder(elements, scope) {
    const wanted = new Set(elements);
    const ordered = [];
    const visit = (node) => {
        if (wanted.has(node)) ordered.push(node);
        if (shadowOf(node)) for (const child of childrenOf(shadowOf(node))) visit(child);
        for (const child of childrenOf(node)) visit(child);
    };
    visit(scope);
    return ordered;
}

// All matches of a CSS selector; a descendant combinator reaches into open shadow roots.
function byCSS(selector, scope) {
    const trees = [...rootsIn(scope)];
    const found = trees.map((tree) => [...tree.querySelectorAll(selector)]);
    const parts = trees.length > 1 ? descendantParts(selector.trim()) : null;
    if (parts && parts.length > 1) {
        const last = parts.pop();
        found.push(trees.flatMap((tree) => [...tree.querySelectorAll(last)])
            .filter((element) => hasAncestors(element, parts)));
    }
    const filled = found.filter((matches) => matches.length > 0);
    return filled.length > 1 ? inOrder(filled.flat(), scope) : filled.flat();
}

function byXPath(expression, scope) {
    // Inside an element, `//tr` means those in it, as everywhere else in a target.
    const isInside = isElement(scope) && /^\s*\//.test(expression);
    const result = (scope.ownerDocument ?? scope).evaluate(
        isInside ? "." + expression.trim() : expression, scope, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
    const found = [];
    for (let i = 0; i < result.snapshotLength; i++) found.push(result.snapshotItem(i));
    return found.filter(isElement);
}

const unread = new Set(["script", "style", "noscript", "template", "head"]);
const inline = new Set([
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "label", "mark", "q", "s",
    "samp", "slot", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
]);

// The child nodes in the tree as rendered.
function composedChildren(node) {
    if (shadowOf(node)) return childNodesOf(shadowOf(node));
    const assigned = node.localName === "slot" && node.assignedNodes ? node.assignedNodes() : [];
    return assigned.length > 0 ? assigned : childNodesOf(node);
}

// The texts of the children of `node`, as `composedText` has them. Most nodes need no list of their children, which
// made three quarters of a look for a text.
function childrenText(node, known, isDrawn) {
    let text = "";
    if (shadowOf(node) || node.localName === "slot") {
        for (const child of composedChildren(node)) text += composedText(child, known, isDrawn);
        return text;
    }
    for (let child = firstChildOf(node); child; child = nextSiblingOf(child)) text += composedText(child, known, isDrawn);
    return text;
}

// A text in the case in which CSS draws it in an element.
function drawnCase(text, element) {
    const { textTransform } = element ? getComputedStyle(element) : {};
    const language = element?.closest("[lang]")?.lang || undefined;
    try {
        if (textTransform === "uppercase") return text.toLocaleUpperCase(language);
        if (textTransform === "lowercase") return text.toLocaleLowerCase(language);
    } catch { return drawnCase(text, null); }  // the page's `lang` is no language
    if (textTransform !== "capitalize") return text;
    return text.replace(/(?<![\p{L}\p{N}\p{M}_])(?<![\p{L}\p{N}\p{M}_]['’])\p{L}/gu, (letter) => letter.toUpperCase());
}

// The text of the DOM below `node`, shadow roots included, in the case in which it is drawn where that is asked;
// `known` keeps what was worked out.
function composedText(node, known, isDrawn) {
    if (node.nodeType === Node.TEXT_NODE) return isDrawn ? drawnCase(node.nodeValue, composedParent(node)) : node.nodeValue;
    if (!isElement(node) || unread.has(node.localName)) return "";
    if (known.has(node)) return known.get(node);
    let text;
    if (node.localName === "input") {
        text = /^(submit|button|reset)$/.test(node.type) ? node.value : "";
        if (isDrawn) text = drawnCase(text, node);
    } else {
        text = childrenText(node, known, isDrawn);
        if (!inline.has(node.localName)) text = ` ${text} `;
    }
    known.set(node, text);
    return text;
}

// A text without the icons of fonts, which are private characters: nobody reads those.
function withoutIcons(text) {
    return normalised(text.replace(/\p{Co}/gu, ""));
}

// The text of an element in the ways it can be read: as the DOM has it, and as it is rendered, each without icons too.
function textsOf(element, known = new Map()) {
    const dom = normalised(composedText(element, known));
    // Of what is slotted into a shadow tree `innerText` has nothing.
    const rendered = normalised(element.innerText ?? "") || (dom && normalised(composedText(element, new Map(), true)));
    return [...new Set([dom, rendered, withoutIcons(dom), withoutIcons(rendered)])];
}

// The smallest elements that hold the text.
function byText(text, exact, scope) {
    const known = new Map();
    const found = [];
    // What has the text exactly is looked for up to where something is seen to hold more: so does all around that.
    // What is not rendered cannot leave out what is in it.
    const [nothing, more, settled] = [0, 1, 2];
    const search = (element) => {
        if (!fits(text, false, [normalised(composedText(element, known))])) return nothing;
        let inside = nothing;
        for (const child of composedChildren(element)) {
            if (isElement(child)) inside = Math.max(inside, search(child));
        }
        if (inside === settled) return settled;
        const isShown = !exact || element.checkVisibility();
        if (inside === more && !isShown) return more;
        const texts = exact ? textsOf(element, known) : [];
        if (exact && !fits(text, true, texts)) return isShown && fits(text, false, texts.slice(-1)) ? settled : more;
        found.push(element);
        return settled;
    };
    const start = scope.nodeType === Node.DOCUMENT_NODE ? scope.body ?? scope.documentElement : scope;
    if (start) search(start);
    return found;
}

function byAttribute(name, text, exact, scope) {
    return byCSS(`[${name}]`, scope)
        .filter((element) => fits(text, exact, [normalised(attributeOf(element, name))]));
}

const strategies = {
    css: (selector, scope) => byCSS(selector.value, scope),
    xpath: (selector, scope) => byXPath(selector.value, scope),
    id: (selector, scope) => byCSS(`#${CSS.escape(selector.value)}`, scope),
    testid: (selector, scope) => byCSS(`[data-testid="${CSS.escape(selector.value)}"]`, scope),
    text: (selector, scope) => byText(selector.value, selector.exact, scope),
    placeholder: (selector, scope) => byAttribute("placeholder", selector.value, selector.exact, scope),
    link: (selector, scope) => byCSS("a[href], [role=link]", scope)
        .filter((element) => fits(selector.value, selector.exact, textsOf(element))),
    role: (selector, scope) => roleCandidates(selector, scope),
    label: (selector, scope) => labelCandidates(selector, scope),
};

// All matches of a selector, in the order of the document; `nth` is not applied.
function matchesOf(selector) {
    const found = foundBy(selector);
    return selector.hasText ? withText(found, selector.hasText) : found;
}

// Those elements that have a text: as a part in any case, or exact as the DOM has it or as it is rendered.
function withText(elements, { text, exact }) {
    const known = new Map();
    return elements.filter((element) => {
        if (exact) return fits(text, true, textsOf(element, known));
        const dom = normalised(composedText(element, known));
        return fits(text, false, [dom, withoutIcons(dom)]);
    });
}

function foundBy(selector) {
    if (selector.elements) {
        selector.elements.forEach(isInClosedTree);
        const found = selector.elements.filter((element) => element.isConnected);
        return found.length > 1 && (selector.nth ?? null) !== null ? inOrder(found, document) : found;
    }
    if (!selector.within) return strategies[selector.by](selector, document);
    const scopes = selector.within.alternatives.map(chosenOf).find((found) => found.length > 0) ?? [];
    return [...new Set(scopes.flatMap((scope) => matchesIn(scope, selector)))];
}

// The matches inside an element: of a shadow tree those too that are slotted into it, as with a descendant combinator.
function matchesIn(scope, selector) {
    const find = strategies[selector.by], found = find(selector, scope);
    let host = scope;
    while (host.getRootNode().host) host = host.getRootNode().host;
    if (host === scope) return found;
    const slotted = find(selector, host).filter((element) => element !== scope && isAround(scope, element));
    return inOrder([...found, ...slotted], host);
}

// The matches that a selector means: all, or the one visible match that `nth` names.
function chosenOf(selector) {
    const found = matchesOf(selector);
    if (selector.nth === undefined || selector.nth === null) return found;
    return found.filter(isVisible).slice(selector.nth, selector.nth + 1);
}
