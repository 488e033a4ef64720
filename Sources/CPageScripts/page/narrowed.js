// Narrowing: what is meant of several matches, or beside one that does not suit.

// At most 5 selectors for what suits the action nearest to an element that does not: in it, as in an editor, or in what is
// around it, as beside a label. File inputs may be hidden.
function controlsNear({ target, kind: need }) {
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
function optionsNear({ list: target, label, value }) {
    const list = target.alternatives.flatMap(chosenOf).map(controlOf).find(({ localName }) => localName === "select");
    const names = [...list.options].map((each) => label !== undefined ? normalised(each.label) : each.value).filter(Boolean);
    if (names.length <= 10) return names.join(", ");
    const wanted = label ?? value;
    const nearest = names.map((name) => ({ name, likeness: likeness(wanted, name) })).sort((a, b) => b.likeness - a.likeness);
    return `${nearest.slice(0, 5).map(({ name }) => name).join(", ")} and ${names.length - 5} more`;
}

// The elements around one, from inner to outer.
function* around(element) {
    for (let node = composedParent(element); node; node = composedParent(node)) yield node;
}

const clickable = "a[href], button, input, select, textarea, label, summary, [onclick], [tabindex], "
    + ["button", "link", "checkbox", "radio", "switch", "option", "menuitem", "tab"].map((role) => `[role=${role}]`).join(", ");

// A selector for what takes a click in the place of an element that lets the pointer through, where one can click it.
function below({ target }) {
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
function narrowed({ target, time: longest, kind: need, isForText }) {
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
