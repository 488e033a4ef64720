// Naming: how an element can be named in a flow file, what lasts longest first.

function inQuotes(text) {
    return JSON.stringify(text);
}

// The words that a selector gives to go by: ids, classes, attribute values, texts.
function hintsOf(selector) {
    const quoted = [...selector.value.matchAll(/["']([^"']+)["']/g)].map((match) => match[1]);
    if (selector.by === "css") {
        const unnamed = selector.value.replace(/\[\s*[\w-]+(?=\s*[~|^$*]?=)/g, "[");  // every link has a `href`
        return [...quoted, ...unnamed.match(/[\w-]{2,}/g) ?? []];
    }
    if (selector.by === "xpath") return quoted;
    return [selector.by === "role" ? selector.name ?? selector.value : selector.value];
}

// Parts of ids and classes that libraries and build tools make anew with each page or version.
const generated = [
    /(^|-):\w+:/, /[«»]/, /^_r_/, /j_idt\d/, /^(ember|yui|jss|ext-gen|ext-comp|gwt-uid|dijit|ng-tns-|cdk-|mat-|mui-|radix-|headlessui-|react-aria|rc[-_]|el-id-|ui-id-|tippy-|select2-|downshift-|chakra-|v-|bs-|popover|tooltip|floating-ui-|reach-|aria-)[\w-]*\d/i,
    /^react-select-\d/, /^(css|sc|svelte|emotion|styled|tss|makeStyles|lit)-[A-Za-z0-9]{4,}/, /^(data-v|_ngcontent|_nghost)-/,
    /[0-9a-f]{8}-[0-9a-f]{4}-/i, /__(?=[\w-]*[A-Z])(?=[\w-]*\d|[\w-]+[A-Z])[\w-]{5}$/, /^_?[A-Za-z]\w*_[a-z0-9]{5}_\d+$/, /^(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}$/i,
];

// Whether an id, a class or another name looks made by a program. A part of a word counts where it mixes letters and
// digits as no author does.
function isGenerated(name) {
    if (generated.some((pattern) => pattern.test(name))) return true;
    return name.split(/[-_]/).some((part) => part.length >= 5 && /[a-z]/i.test(part) && (part.match(/\d+(?=[a-z])/gi) ?? []).length > 1);
}

const testAttribute = /^data-(test|cy|qa|e2e|automation|hook)/;

// The texts beside a field that has no label, which may be meant as one.
function textsBeside(field) {
    const before = field.previousElementSibling ?? field.parentElement?.previousElementSibling;
    const text = before?.querySelector?.("input, select, textarea, button") ? "" : normalised(before?.textContent ?? "");
    return text && text.length <= 60 ? [text] : [];
}

function isField(element) {
    return element.matches("input:not([type=submit], [type=button], [type=reset], [type=image], [type=hidden]), select, textarea, [contenteditable]:not([contenteditable=false])");
}

const textTags = "a, button, summary, label, h1, h2, h3, h4, h5, h6, [role], td, th, li, p, legend, caption, dt, dd";

// The text by which an element may be called, where it is not the value of a field.
function callOf(element) {
    const isLeaf = element.childElementCount === 0 && !/^(textarea|option)$/.test(element.localName);
    if (element.localName === "input" && /^(submit|button|reset)$/.test(element.type)) return element.value || { submit: "Submit", reset: "Reset" }[element.type] || "";
    return isLeaf || element.matches(textTags) ? textsOf(element).at(-1) : "";
}

// The ways to name an element in a flow file, each with its kind and the word that it goes by.
function namesOf(element) {
    const names = [];
    // Attributes: a field named `id` hides the property of its form.
    const [id, testid, classes] = ["id", "data-testid", "class"].map((name) => attributeOf(element, name));
    if (testid) names.push({ kind: "data-testid", word: testid, by: "testid", value: testid, written: `testid=${testid}` });
    for (const name of element.getAttributeNames()) {
        const word = attributeOf(element, name);
        if (name !== "data-testid" && testAttribute.test(name) && word) names.push({ kind: name, word, by: "css", value: `[${name}=${inQuotes(word)}]` });
    }
    if (id) names.push({ kind: "id", word: id, by: "css", value: `#${CSS.escape(id)}` });
    for (const kind of ["name", "aria-label", "placeholder", "title", "alt"]) {
        const word = attributeOf(element, kind);
        if (word) names.push({ kind, word, by: "css", value: `[${kind}=${inQuotes(word)}]` });
    }
    if (element.localName.includes("-")) names.push({ kind: "tag", word: element.localName, by: "css", value: element.localName });
    const text = callOf(element);
    if (text && text.length <= 60) names.push({ kind: "text", word: text, by: "text", value: text, exact: true, written: `text=${inQuotes(text)}` });
    const link = attributeOf(element, "href");
    if (link && link.length <= 100) names.push({ kind: "href", word: link, by: "css", value: `[href=${inQuotes(link)}]` });
    for (const name of classes?.split(/\s+/).filter(Boolean) ?? []) names.push({ kind: "class", word: name, by: "css", value: `.${CSS.escape(name)}` });
    return names.filter(({ kind, word }) => !/^(id|class|name|href|data-)/.test(kind) || !isGenerated(word));
}

// How soon a name changes: classes first, then ids with digits, which are often made anew with each page.
function fragilityOf({ by, value }) {
    return by !== "css" ? 0 : value.startsWith(".") ? 2 : /^#.*[\d:]/.test(value) ? 1 : 0;
}

// Selectors for an element, those that last longest first.
function lastingNamesOf(element) {
    return namesOf(element).sort((a, b) => fragilityOf(a) - fragilityOf(b));
}

// The frames of a document that can be seen, each as a flow file names it.
function namedFrames(scope) {
    const frames = byCSS("iframe, frame", scope).filter(isVisible);
    return frames.map((frame) => {
        const tag = { by: "css", value: frame.localName };
        const names = lastingNamesOf(frame).filter(({ by }) => by !== "text");
        const lasting = names.filter((name) => fragilityOf(name) === 0).length;
        const sole = [...names.slice(0, lasting), tag, ...names.slice(lasting)]
            .find((name) => strategies[name.by](name, scope).length === 1);
        const at = frames.filter(({ localName }) => localName === frame.localName).indexOf(frame);
        return { frame, name: sole ? sole.written ?? sole.value : writtenWith(tag, `nth: ${at}`) };
    });
}

// The documents of frames that can be seen and looked into, each with the frames on the way to it.
function framesIn(scope, way = []) {
    return namedFrames(scope).filter(({ frame }) => frame.contentDocument).flatMap(({ frame, name }) => {
        const inner = { scope: frame.contentDocument, way: [...way, name] };
        return [inner, ...framesIn(inner.scope, inner.way)];
    });
}

// A selector as it is written, with the frames on the way to it.
function writtenIn(name, way) {
    if (way.length === 0) return name.written ?? name.value;
    const frames = way.map((frame) => frame.startsWith("{") ? frame : JSON.stringify(frame));
    return writtenWith(name, `frame: ${frames.length > 1 ? `[${frames.join(", ")}]` : frames[0]}`);
}

// A selector as it is written with what narrows it down: `within` another one, or the `nth` of its matches.
function writtenWith({ by, value, exact, name }, narrowing) {
    const quoted = (text) => JSON.stringify(exact ? `"${text}"` : text);
    const inner = by === "role" ? `role: ${JSON.stringify(value)}${name ? `, name: ${quoted(name)}` : ""}` : `${by}: ${quoted(value)}`;
    return `{ ${inner}, ${narrowing} }`;
}

// The one visible element in a document that a selector matches; `undefined`: it matches none, or several.
function soleIn({ scope, ...name }) {
    const found = strategies[name.by](name, scope).filter(isVisible);
    return found.length === 1 ? found[0] : undefined;
}

function isSoleIn(name) {
    return soleIn(name) !== undefined;
}

// The target itself, where it is in frames, since what is in them is found by their name alone.
function inFrames({ target }) {
    return targetInFrames(target).map(({ written }) => written);
}

// The same, with the element that each is.
function targetInFrames(target) {
    const own = target.alternatives.filter(({ by, within, nth }) => !within && (nth ?? null) === null && !/^(role|label)$/.test(by));
    return framesIn(document).flatMap(({ scope, way }) => own.flatMap((selector) => {
        const element = soleIn({ ...selector, scope });
        return element ? [{ element, written: writtenIn(selector, way) }] : [];
    }));
}
