// What JavaScript and the browser provide by global names, for scripts that run in the page's own world: a page may have
// given such a name to something of its own (`Map` on a page of maps). Then it is taken from a fresh frame, whose functions
// work on when it is removed. What the page has changed in prototypes stays changed: where arrays and texts do not do what
// they should, nothing that a script of ours finds is to be relied upon.

const untouched = (() => {
    const names = ["Map", "Set", "WeakMap", "String", "Number", "Boolean", "Object", "RegExp", "Reflect", "JSON",
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
if (![1, 2].some((one) => one === 2) || [1].some(() => false) || [1, 2].every((one) => one === 1) || ![1].every(() => true)
    || [1, 2].filter((one) => one === 2)[0] !== 2 || [1].map((one) => one + 1)[0] !== 2 || [1, 2].find((one) => one > 1) !== 2
    || ![3].includes(3) || [3].includes(4) || ["a", "b"].join("-") !== "a-b" || [1, 2].indexOf(2) !== 1
    || [[1], [2]].flatMap((one) => one)[1] !== 2 || [1, 2].slice(1)[0] !== 2 || [...[1, 2]].length !== 2
    || " a ".trim() !== "a" || "ab".includes("c") || !"ab".startsWith("a") || "a b".split(" ")[1] !== "b"
    || "aXa".replace(/x/i, "b") !== "aba" || "A".toLowerCase() !== "a") {
    throw new TypeError("arrays or texts do not do what they should");
}
const { Map, Set, WeakMap, String, Number, Boolean, Object, RegExp, Reflect, JSON, Math, URL, CSS, getComputedStyle,
    parseFloat, isNaN, XPathResult, NodeFilter, DOMMatrix } = untouched;
