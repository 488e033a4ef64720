// Matches: which of them may be meant, and what is reported of them.

// A state without its elements: what the client gets to know of the matches.
function told({ found = [], visible = [], ...state }) {
    const least = state.reason === "ambiguous" ? 2 : 1;  // hidden ones too are ambiguous where they count
    const listed = (visible.length >= least ? visible : found).slice(0, 5).map(described);
    const hiddenBy = state.hiddenBy ?? (state.reason === "hidden" && found.length > 0 ? hidingOf(found[0]) : null);
    return { ...state, matches: found.length, visible: visible.length, elements: listed, ...(hiddenBy && { hiddenBy }) };
}

// What is kept of a state, for when its elements are gone: what hides them can only be seen now. `before` is what was
// kept of an earlier one.
function kept(state, before) {
    if (state.reason !== "hidden" || state.found[0] === before?.found[0]) return { ...state, hiddenBy: before?.hiddenBy };
    return { ...state, hiddenBy: hidingOf(state.found[0]) };
}

// What keeps an element from being seen, in words; `null`: that is not known.
function hidingOf(element) {
    if (!areFramesVisible()) return "its frame is not visible";
    const of = (node) => node === element ? "" : ` of ${tagOf(node)}`;
    for (let node = element; node; node = composedParent(node)) {
        const parent = parentOf(node);
        if (parent?.localName === "details" && !parent.open && node.localName !== "summary") return `${tagOf(parent)} is closed`;
        if (shadowOf(parent) && !slotOf(node)) return `it is in no slot of ${tagOf(parent)}`;
        const style = getComputedStyle(node);
        if (style.display === "none") {
            const isClosed = (node.localName === "dialog" && !node.open) || node.popover != null;
            return isClosed ? `${tagOf(node)} is not open` : `display: none${of(node)}`;
        }
        if (node !== element && style.contentVisibility === "hidden") return `content-visibility: hidden${of(node)}`;
    }
    if (getComputedStyle(element).visibility !== "visible") {
        let hider = element;
        for (let node = element; node && getComputedStyle(node).visibility !== "visible"; node = composedParent(node)) hider = node;
        return `visibility: hidden${of(hider)}`;
    }
    const { width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return `its box is empty: ${Math.round(width)} × ${Math.round(height)} pixels`;
    if (!isVisible(element)) return null;
    if (unseenFrame()) return "its frame is not visible";
    const cause = unseenWholeBy(showerOf(element));
    return cause && wordsOf(cause, element);
}

// What an action can be done to, by what it needs; all else takes any element.
const suitable = {
    edit: (control) => editingOf(control) !== null,
    check: isCheckable,
    option: (control) => control.localName === "select",
    file: (control) => control.matches("input[type=file]"),
};
suitable.type = suitable.edit;

// Of several elements those that suit, all where none does: a field's button is often named after it (`Show password`).
function preferred(elements, suits) {
    const fitting = elements.length > 1 ? elements.filter(suits) : [];
    return fitting.length > 0 ? fitting : elements;
}

// What a label means: its field, not the buttons that are named after it, as `Show password` is.
function labelled(selector, elements) {
    return selector.by === "label" ? preferred(elements, (element) => !element.matches("button, [role=button]")) : elements;
}

// The matches that may be meant: all, the visible ones, or the visible one that `nth` names.
function eligibleOf(selector, found, visible, hiddenToo) {
    if (selector.nth !== undefined && selector.nth !== null) return visible.slice(selector.nth, selector.nth + 1);
    return hiddenToo ? found : visible;
}

// How near a reason is to what was asked; one that is not listed is nearest: the element is there, but not so.
function nearnessOf(state) {
    const at = nearness.indexOf(state.reason);
    return at < 0 ? nearness.length : at;
}

// The state nearest to what was asked, the first where several are.
function nearestOf(states) {
    let nearest = states[0];
    for (const state of states) if (nearnessOf(state) > nearnessOf(nearest)) nearest = state;
    return nearest;
}

// How near each reason is to being ready: of several alternatives, the nearest one is reported.
const nearness = ["absent", "hidden", "ambiguous", "unsuitable", "unfocusable", "singleFile", "noOption", "disabled", "readonly", "moving", "offscreen", "passedThrough", "covered"];
