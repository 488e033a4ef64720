// Judging: whether conditions hold, all at the same look, and what is seen where they do not.

// How a text compares; `sensible` is false where a number was asked for and none is there.
const comparisons = {
    equals: (seen, wanted) => seen === wanted,
    contains: (seen, wanted) => seen.includes(wanted),
    matches: (seen, wanted) => new RegExp(wanted, "u").test(seen),
    startsWith: (seen, wanted) => seen.startsWith(wanted),
    endsWith: (seen, wanted) => seen.endsWith(wanted),
    equalsNumber: (seen, wanted) => Number(seen) === wanted,
    atLeast: (seen, wanted) => Number(seen) >= wanted,
    atMost: (seen, wanted) => Number(seen) <= wanted,
};

const numeric = new Set(["equalsNumber", "atLeast", "atMost"]);

// Whether one of the forms of a value compares as wanted, and the form to tell.
function compared(read, { operator, operand }, isNegated) {
    const forms = read.map(wellFormed), told = forms.at(-1);
    if (numeric.has(operator) && forms.every((form) => form === null || form.trim() === "" || isNaN(Number(form)))) {
        return { holds: false, reason: "mismatch", actual: told };
    }
    const isSo = forms.some((form) => form !== null && comparisons[operator](form, operand));
    return { holds: isSo !== isNegated, reason: "mismatch", actual: told };
}

// What a condition compares, in each form it can be read: rendered text comes last.
const readings = {
    text: (element) => {
        const texts = textsOf(element);
        return /^(input|textarea)$/.test(element.localName) && texts[0] === "" ? [normalised(element.value)] : texts;
    },
    value: (element) => [heldValueOf(controlOf(element))],
    attribute: (element, condition) => [attributeOf(element, condition.name)],
};

// States that one element has or has not, and the reason to give where it should and does not.
const elementStates = {
    enabled: { holds: (element) => !isDisabled(controlOf(element)), reason: "disabled", opposite: "enabled" },
    disabled: { holds: (element) => isDisabled(controlOf(element)), reason: "enabled", opposite: "disabled" },
    checked: { holds: (element) => checkedOf(controlOf(element)) === true, reason: "unchecked", opposite: "checked" },
    unchecked: { holds: (element) => checkedOf(controlOf(element)) === false, reason: "checked", opposite: "unchecked" },
    focused: { holds: (element) => isFocused(controlOf(element)), reason: "unfocused", opposite: "focused" },
};

// What a condition can hold of, where it is not any element.
const suitingConditions = {
    checked: suitable.check, unchecked: suitable.check,
    value: (control) => suitable.edit(control) || suitable.option(control),
};

// Whether nothing keeps an element from being seen but that nothing is in it.
function isBlank(element) {
    return element.childElementCount === 0 && normalised(element.textContent) === "" && element.checkVisibility({ visibilityProperty: true });
}

// A condition on exactly one visible element.
function judgeElement(condition, selector) {
    const found = matchesOf(selector);
    const visible = found.filter(/checked/.test(condition.kind) ? isVisibleByLabel : isVisible);
    const suits = suitingConditions[condition.kind] ?? (() => true);
    const suiting = preferred(eligibleOf(selector, found, visible, false), (element) => suits(controlOf(element)));
    const eligible = labelled(selector, suiting);
    const counts = { found, visible };
    if (eligible.length > 1) return { ...counts, holds: false, reason: "ambiguous" };
    if (eligible.length === 0 && condition.kind === "text" && found.length === 1 && isBlank(found[0])) {
        // An element without text has an empty box, and is not visible by that alone.
        return { ...counts, ...compared([""], spaced(condition.comparison), false), ...(condition.not && { holds: false }) };
    }
    if (eligible.length === 0) return { ...counts, holds: false, reason: found.length > 0 && visible.length === 0 ? "hidden" : "absent" };
    const state = elementStates[condition.kind];
    if (state) {
        const isMixed = /checked/.test(condition.kind) && checkedOf(controlOf(eligible[0])) === null;
        if (isMixed && !isCheckable(controlOf(eligible[0]))) return { ...counts, holds: false, reason: "unsuitable" };
        if (isMixed) return { ...counts, holds: condition.not, reason: "mixed" };
        const isSo = state.holds(eligible[0]);
        return { ...counts, holds: isSo !== condition.not, reason: isSo ? state.opposite : state.reason };
    }
    const forms = readings[condition.kind](eligible[0], condition);
    const comparison = condition.kind === "text" ? spaced(condition.comparison) : condition.comparison;
    return { ...counts, ...compared(forms, comparison, condition.not) };
}

// A comparison with a text whose white space is normalised, as that of the page is. A pattern stays as it is.
function spaced(comparison) {
    const { operator, operand } = comparison;
    return typeof operand === "string" && operator !== "matches" ? { operator, operand: normalised(operand) } : comparison;
}

// The matches of all alternatives together; with `nth`, the one it names.
function allMatches(target) {
    const found = [...new Set(target.alternatives.flatMap(chosenOf))];
    return { found, visible: found.filter(isVisible) };
}

// Conditions on how many matches there are, the alternatives counted together.
const existence = {
    visible: ({ visible }) => visible.length > 0,
    uncovered: ({ visible }) => visible.some(isUncovered),
    hidden: ({ visible }) => visible.length === 0,
    present: ({ found }) => found.length > 0,
    absent: ({ found }) => found.length === 0,
};

// The matches of all alternatives together, with those that a person can see: the first one where that is enough.
function seenMatches(target, isOneEnough) {
    const found = [...new Set(target.alternatives.flatMap(chosenOf))];
    return { found, visible: isOneEnough ? [found.find(isSeen)].filter(Boolean) : found.filter(isSeen) };
}

function judgeExistence(condition) {
    const { kind, not, target } = condition;
    const isPresenceAsked = kind === "present" || kind === "absent";
    const counts = isPresenceAsked ? allMatches(target) : seenMatches(target, (kind === "visible") !== not && kind !== "uncovered");
    const { found, visible } = counts;
    const isSo = existence[kind](counts);
    const presence = visible.length > 0 ? "visible" : found.length > 0 ? "hidden" : "absent";
    const reason = kind === "uncovered" && !isSo && visible.length > 0 ? "covered" : isPresenceAsked && found.length > 0 ? "present" : presence;
    const isHolding = isSo !== not;
    if (kind === "visible" && !isHolding) scrollToTransparent(found);
    // What is painted over can be seen all the same, once that is closed: it is worth a note.
    const cover = reason === "covered" || (kind === "visible" && isHolding && !not) ? coverOfAll(visible[0]) : null;
    const alternative = target.alternatives.findIndex((selector) => chosenOf(selector).length > 0);
    return {
        ...counts, holds: isHolding, reason, ...(cover && { coveredBy: describedCover(cover, visible[0]) }),
        ...(alternative >= 0 && { alternative }),
    };
}

// Whether something of an element is to be seen at once; it is scrolled to where none of it is in view.
function isUncovered(element) {
    if (pointsInView(showerOf(element)).next().done) {
        boxedOf(element).scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    }
    return !coverOfAll(element);
}

// Scrolls to what is transparent since before the present wait and lies outside the window: many pages fade in what
// comes into view, and so does a person who looks for it.
function scrollToTransparent(found) {
    const times = noteOf().transparentUntil ??= new WeakMap();
    const isOutside = (element) => pointsInView(showerOf(element)).next().done;
    const element = found.find((each) => isVisible(each) && unseenBy(showerOf(each))?.dimmer && isOutside(each));
    if (!element) return;
    if (!times.has(element)) times.set(element, timeNow() + 300);
    if (timeNow() >= times.get(element)) boxedOf(element).scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
}

// Whether more of a document may make a condition fail that holds while it is being read: of the title it comes early.
function isOfAll({ kind, not }) {
    return kind === "count" || (/^(hidden|absent)$/.test(kind) ? !not : not && kind !== "url");
}

// One condition at one look: what is not there must not be to come.
function judgeOne(condition) {
    const state = judgeNow(condition);
    return state.holds && isOfAll(condition) && isComing() ? { ...state, holds: false, isComing: true } : state;
}

// One condition, as if the document was whole.
function judgeNow(condition) {
    if (condition.kind === "title") return compared([normalised(titleNow())], spaced(condition.comparison), condition.not);
    if (condition.kind === "url") return judgeURL(condition);
    if (condition.kind === "count") {
        const counts = allMatches(condition.target);
        return { ...counts, ...compared([String(counts.found.length)], condition.comparison, condition.not) };
    }
    if (existence[condition.kind]) return judgeExistence(condition);
    const states = condition.target.alternatives.map((selector, i) => ({ ...judgeElement(condition, selector), alternative: i }));
    return states.find((state) => state.holds)
        ?? nearestOf(states);
}

// The URL without its origin: what an expected value that begins with `/` is compared with.
function pathOf(place) {
    return place.pathname + place.search + place.hash;
}

// A URL compares as wanted in either spelling, as the browser has it or as people write it: `/caf%C3%A9` or `/café`.
function judgeURL({ isPath, comparison, not }) {
    const url = isPath ? pathOf(location) : location.href, { operator, operand } = comparison;
    const readable = operator === "matches" ? comparison : { operator, operand: decoded(operand) };
    const holds = compared([decoded(url)], readable, false).holds || compared([url], comparison, false).holds;
    return { holds: holds !== not, reason: "mismatch", actual: wellFormed(url) };
}

// A URL as people write it: its percent-encoded characters written out, where they are characters at all, and its host.
function decoded(url) {
    return unicodeHost(url).replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
        try { return decodeURI(bytes); } catch { return bytes; }
    });
}

// A URL whose host has its labels in letters of their own: `xn--bcher-kva` is `bücher` (Punycode, RFC 3492).
function unicodeHost(url) {
    return url.replace(/\bxn--([a-z0-9-]+)/g, (label, code) => {
        const end = code.lastIndexOf("-"), output = [...code.slice(0, Math.max(end, 0))];
        let n = 128, i = 0, bias = 72, isFirst = true;
        for (let at = end + 1; at < code.length;) {
            const before = i;
            for (let weight = 1, k = 36; at < code.length; k += 36) {
                const c = code.charCodeAt(at++), digit = c < 58 ? c - 22 : c - 97;
                const least = Math.min(Math.max(k - bias, 1), 26);
                i += digit * weight;
                if (digit < least) break;
                weight *= 36 - least;
            }
            const count = output.length + 1;
            let delta = Math.floor((i - before) / (isFirst ? 700 : 2));
            delta += Math.floor(delta / count);
            for (bias = 0; delta > 455; bias += 36) delta = Math.floor(delta / 35);
            bias += Math.floor(36 * delta / (delta + 38));
            isFirst = false;
            n += Math.floor(i / count);
            i %= count;
            if (n > 0x10FFFF) return label;
            output.splice(i++, 0, String.fromCodePoint(n));
        }
        return output.join("");
    });
}

// Waits until all conditions hold at one look; answers with the last state of each either way.
function awaitConditions({ conditions, slice, isFrameHidden, isFrameUnseen }, answer) {
    const isSightAsked = conditions.some(({ kind }) => /^(visible|hidden|uncovered)$/.test(kind));
    isHiddenOutside = isFrameHidden;
    if (isSightAsked) isUnseenOutside = isFrameUnseen;
    const began = timeNow();
    const logs = conditions.map(() => ({ firstSeen: null, lastSeen: null, firstHeld: null, lastHeld: null }));
    const before = conditions.map(() => null);
    let states = [], looks = 0;
    noteOf();
    const answered = () => ({ conditions: states.map((state, i) => ({
        ...told(state), ...logs[i], ...(before[i] && state.reason === "absent" && { before: told(before[i]) }),
    })), looks });
    const look = () => {
        looks++;
        if (isSightAsked) lookAnew();
        states = conditions.map(judgeOne);
        states.forEach((state, i) => {
            const now = timeNow() - began;
            if (state.holds) {
                logs[i].lastHeld = now;
                logs[i].firstHeld ??= now;
            }
            if (!state.found?.length) return;
            logs[i].lastSeen = now;
            logs[i].firstSeen ??= now;
            before[i] = kept(state, before[i]);
        });
        if (!states.every((state) => state.holds)) return undefined;
        noteBoxes();
        return { holds: true, ...answered() };
    };
    watch(slice, look, () => ({ holds: false, ...answered() }), answer);
}
