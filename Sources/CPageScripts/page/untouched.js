// What JavaScript and the browser provide by global names, for scripts that run in the page's own world: a page may have
// given such a name to something of its own (`Map` on a page of maps). Then it is taken from a fresh frame, whose functions
// work on when it is removed. What the page has changed in prototypes stays changed.

const untouched = (() => {
    const names = ["Map", "Set", "WeakMap", "String", "Number", "Boolean", "Object", "Promise", "RegExp", "Reflect", "JSON",
        "Math", "URL", "CSS", "getComputedStyle", "parseFloat", "isNaN", "XPathResult", "NodeFilter", "DOMMatrix"];
    const isProvided = (made) => typeof made === "function"
        ? /\[native code\]/.test(Function.prototype.toString.call(made))
        : /^\[object (Reflect|JSON|Math|CSS)\]$/.test(({}).toString.call(made));
    const key = Symbol.for("canary.untouched");
    if (names.every((name) => isProvided(window[name])) || !document.documentElement) return window;
    if (window[key]) return window[key];
    const frame = document.createElementNS("http://www.w3.org/1999/xhtml", "iframe");
    frame.style.display = "none";
    document.documentElement.append(frame);
    const fresh = frame.contentWindow ?? window, kept = {};
    for (const name of names) kept[name] = isProvided(window[name]) ? window[name] : fresh[name];
    frame.remove();
    window[key] = kept;
    return kept;
})();
const { Map, Set, WeakMap, String, Number, Boolean, Object, Promise, RegExp, Reflect, JSON, Math, URL, CSS, getComputedStyle,
    parseFloat, isNaN, XPathResult, NodeFilter, DOMMatrix } = untouched;
