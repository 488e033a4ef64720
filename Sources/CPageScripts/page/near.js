// What the author may have meant: selectors near to one that did not match, each verified to match exactly one
// visible element now.

// How alike a hint and a word are, from 0 to 1: pairs of neighbouring letters that both have (Dice); half at least where
// the word holds the hint, whatever it has beside it.
function likeness(hint, word) {
    const [a, b] = [hint, word].map((text) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `);
    if (a.trim() === "" || b.trim() === "") return 0;
    const pairs = (letters) => letters.slice(1).map((letter, i) => letters[i] + letter);
    const first = pairs([...a]), rest = pairs([...b]);
    const total = first.length + rest.length;
    let common = 0;
    for (const pair of first) {
        const at = rest.indexOf(pair);
        if (at >= 0) { common++; rest.splice(at, 1); }
    }
    return Math.max(2 * common / total, a.length > 5 && b.includes(a) ? 0.5 : 0);
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

// The ways to name an element in a flow file, with the word that each goes by.
function namesOf(element) {
    const quoted = (text) => JSON.stringify(text);
    const names = [];
    // Attributes: a field named `id` hides the property of its form.
    const [id, testid, classes] = ["id", "data-testid", "class"].map((name) => element.getAttribute(name));
    if (id) names.push({ word: id, by: "css", value: `#${CSS.escape(id)}` });
    if (testid) names.push({ word: testid, by: "testid", value: testid, written: `testid=${testid}` });
    for (const name of classes?.split(/\s+/).filter(Boolean) ?? []) names.push({ word: name, by: "css", value: `.${CSS.escape(name)}` });
    for (const name of ["name", "aria-label", "placeholder", "title"]) {
        const value = element.getAttribute(name);
        if (value) names.push({ word: value, by: "css", value: `[${name}=${quoted(value)}]` });
    }
    const isLeaf = element.childElementCount === 0 && !/^(textarea|option)$/.test(element.localName);
    if (isLeaf || element.matches("a, button, summary, label, h1, h2, h3, h4, [role], td, th, li, p")) {
        const text = textsOf(element).at(-1);
        if (text && text.length <= 60) names.push({ word: text, by: "text", value: text, exact: true, written: `text=${quoted(text)}` });
    }
    const link = element.getAttribute("href");
    if (link && link.length <= 100) names.push({ word: link, by: "css", value: `[href=${quoted(link)}]` });
    return names;
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

// Whether a selector matches one visible element in a document.
function isSoleIn({ scope, ...name }) {
    return strategies[name.by](name, scope).filter(isVisible).length === 1;
}

// The target itself, where it is in frames, since what is in them is found by their name alone.
function inFrames(target) {
    const own = target.alternatives.filter(({ by, within, nth }) => !within && (nth ?? null) === null && !/^(role|label)$/.test(by));
    return framesIn(document).flatMap(({ scope, way }) => own.filter((selector) => isSoleIn({ ...selector, scope }))
        .map((selector) => writtenIn(selector, way)));
}

// The elements of a document, without what is in others that are not rendered: on large pages that is most.
function* renderedIn(scope) {
    const isLeftOut = (element) => unread.has(element.localName) || getComputedStyle(element).display === "none";
    const filter = (element) => isLeftOut(element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    for (const root of rootsIn(scope)) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, filter);
        while (walker.nextNode()) yield walker.currentNode;
    }
}

// At most 5 selectors that name one visible element each: those that suit the action first, of these the most alike;
// `longest` bounds it, in ms.
function near(target, longest, canHaveFrame, need) {
    const began = timeNow(), end = began + longest, endOfReading = began + longest * 2 / 3;  // the rest is to verify in
    const hints = target.alternatives.flatMap(hintsOf);
    const written = new Set(canHaveFrame ? inFrames(target) : []);
    const suits = (element) => suitable[need]?.(controlOf(element)) ?? true;
    const known = new Map();  // classes come again and again
    const likenessOf = ({ word }) => {
        if (!known.has(word)) known.set(word, Math.max(0, ...hints.map((hint) => likeness(hint, word))));
        return known.get(word);
    };
    const likelyIn = ({ scope, way }) => {
        const likely = [];
        for (const element of renderedIn(scope)) {
            if (timeNow() > endOfReading) break;
            const names = namesOf(element).filter((name) => likenessOf(name) >= 0.5);
            likely.push(...names.map((name) => ({ ...name, scope, way, likeness: likenessOf(name), suits: suits(element) })));
        }
        return likely;
    };
    const places = [{ scope: document, way: [] }, ...canHaveFrame ? framesIn(document) : []];
    const likely = places.flatMap(likelyIn)
        .sort((a, b) => b.suits - a.suits || b.likeness - a.likeness || fragilityOf(a) - fragilityOf(b));
    for (const name of likely) {
        if (written.size >= 5 || timeNow() > end) break;
        if (isSoleIn(name)) written.add(writtenIn(name, name.way));
    }
    return [...written].slice(0, 5);
}

// At most 5 selectors for what suits the action nearest to an element that does not: in it, as in an editor, or in what is
// around it, as beside a label. File inputs may be hidden.
function controlsNear(target, need) {
    const suits = suitable[need], offered = need === "file" ? (found) => found : (found) => found.filter(isVisible);
    const isSole = (name) => offered(matchesOf(name)).length === 1;
    const selector = target.alternatives.find((selector) => chosenOf(selector).some(isVisible));
    const element = selector && chosenOf(selector).find(isVisible);
    const inElement = (control) => {
        const own = { by: "css", value: control.localName, within: { alternatives: [selector] } };
        return selector.by === "css" && isSole(own) ? writtenWith(own, `within: ${JSON.stringify(selector.value)}`) : undefined;
    };
    for (const place of suits && element ? [element, ...around(element)] : []) {
        const controls = offered(byCSS("input, textarea, select, [contenteditable], [role]", place)).filter(suits).slice(0, 5);
        const names = controls.flatMap((control) => {
            const own = lastingNamesOf(control).find((name) => name.by !== "text" && isSole(name));
            return (own && (own.written ?? own.value)) ?? inElement(control) ?? [];
        });
        if (controls.length > 0) return names;
    }
    return [];
}

// The options of a list that has not the one that is asked for, by label or value as that is: all of a few, of many those
// first that are most like it.
function optionsNear(target, option) {
    const list = target.alternatives.flatMap(chosenOf).map(controlOf).find(({ localName }) => localName === "select");
    const names = [...list.options].map((each) => "label" in option ? normalised(each.label) : each.value).filter(Boolean);
    if (names.length <= 10) return names.join(", ");
    const wanted = option.label ?? option.value;
    const nearest = names.map((name) => ({ name, likeness: likeness(wanted, name) })).sort((a, b) => b.likeness - a.likeness);
    return `${nearest.slice(0, 5).map(({ name }) => name).join(", ")} and ${names.length - 5} more`;
}

// The elements around one, from inner to outer.
function* around(element) {
    for (let node = composedParent(element); node; node = composedParent(node)) yield node;
}

// A selector as it is written with what narrows it down: `within` another one, or the `nth` of its matches.
function writtenWith({ by, value, exact, name }, narrowing) {
    const quoted = (text) => JSON.stringify(exact ? `"${text}"` : text);
    const inner = by === "role" ? `role: ${JSON.stringify(value)}${name ? `, name: ${quoted(name)}` : ""}` : `${by}: ${quoted(value)}`;
    return `{ ${inner}, ${narrowing} }`;
}

const clickable = "a[href], button, input, select, textarea, label, summary, [onclick], [tabindex], "
    + ["button", "link", "checkbox", "radio", "switch", "option", "menuitem", "tab"].map((role) => `[role=${role}]`).join(", ");

// A selector for what takes a click in the place of an element that lets the pointer through, where one can click it.
function below(target) {
    const element = target.alternatives.flatMap(chosenOf).find(isVisible), point = element && pointOf(element);
    const taker = point && elementAt(point)?.closest(clickable);
    const name = taker && lastingNamesOf(taker).find((name) => isSoleIn({ ...name, scope: document }));
    return name ? [name.written ?? name.value] : [];
}

// The elements with those first that are called just what a selector says, where others have it as a part of their name.
function sameFirst(elements, selector) {
    const hints = hintsOf(selector).map((hint) => hint.toLowerCase());
    const isSame = (element) => namesOf(element).some(({ word }) => hints.includes(word.toLowerCase()));
    const same = new Set(elements.slice(0, 100).filter(isSame));
    return [...same, ...elements.filter((element) => !same.has(element))];
}

// For each of several visible matches, at most 5, a selector that names it alone: its own, with its tag where others
// share the id or class, the same one within what is around it, or its number; what lasts longest comes first. Hidden
// ones are named where they are what is ambiguous, as file inputs are; those that do not suit the action are not, nor is
// anything by its text where that is what is looked at. `longest` bounds it, in ms.
function narrowed(target, longest, need, isForText) {
    const end = timeNow() + longest;
    const found = target.alternatives.map((selector) => ({ selector, all: matchesOf(selector) }));
    const several = found.find(({ all }) => all.filter(isVisible).length > 1) ?? found.find(({ all }) => all.length > 1);
    if (!several) return [];
    const { selector, all } = several;
    const visible = all.filter(isVisible), areSeen = visible.length > 1, listed = areSeen ? visible : all;
    const meant = preferred(listed, (element) => suitable[need]?.(controlOf(element)) ?? true);
    const counted = (matches) => areSeen ? matches.filter(isVisible) : matches;
    const isSole = (name, matches) => timeNow() < end && matches(matchesOf(name)).length === 1;
    const within = (match) => {
        if (selector.within) return undefined;
        for (const outer of around(match)) {
            if (outer === document.body || timeNow() > end) return undefined;
            if (listed.some((other) => other !== match && [...around(other)].includes(outer))) return undefined;
            const name = lastingNamesOf(outer).find((name) => name.by !== "text" && isSole(name, (all) => all));
            if (name) return writtenWith(selector, `within: ${JSON.stringify(name.written ?? name.value)}`);
        }
        return undefined;
    };
    const isBare = areSeen && !selector.within && (selector.nth ?? null) === null;
    const numbered = (match) => isBare ? writtenWith(selector, `nth: ${visible.indexOf(match)}`) : undefined;
    return sameFirst(meant, selector).slice(0, 5).flatMap((match) => {
        const names = lastingNamesOf(match).filter(({ by }) => !(isForText && by === "text"));
        const tagged = names.filter(({ by }) => by === "css").map((name) => ({ ...name, value: match.localName + name.value }));
        const own = [...names, ...tagged].find((name) => isSole(name, counted));
        return (own && (own.written ?? own.value)) ?? within(match) ?? numbered(match) ?? [];
    });
}
