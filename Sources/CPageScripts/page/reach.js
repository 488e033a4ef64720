// Reach: whether people can write in a field, or choose from a list, where it lies.

// Why nobody can, in words; `null`: they can. One that is transparent takes the pointer and the keys all the same.
function outOfReach(control) {
    const style = getComputedStyle(control);
    const cause = clipFrom(control, style, surroundingsAround(control, style, placingOf(style)));
    if (!cause || isStoodFor(control, cause) || isInEditor(control)) return null;
    return wordsOf(cause, control);
}

// Whether a field is hidden itself, and something that takes the focus in its place is drawn beside it.
function isStoodFor(control, { node, isShape, pixel }) {
    if (!pixel && !(isShape && node === control)) return false;
    const active = "button, [role=combobox], [role=listbox], [tabindex]";
    const beside = childrenOf(parentOf(control)).filter((each) => each !== control);
    return beside.some((each) => [each, ...each.querySelectorAll(active)].some((part) => part.matches(active) && isSeen(part)));
}

// Whether a field is where an editor that can be seen takes its keys, as those for source code and terminals have one.
function isInEditor(field) {
    const isRaw = ["spellcheck", "autocapitalize"].some((name) => /^(false|off|none)$/.test(attributeOf(field, name) ?? ""));
    if (field.localName === "input" || field.localName === "select") return false;
    if (!isRaw && getComputedStyle(field).opacity !== "0") return false;
    for (let node = composedParent(field), depth = 0; node && depth < 8; node = composedParent(node), depth++) {
        if (/^(body|html|form)$/.test(node.localName)) return false;
        const { width, height } = node.getBoundingClientRect();
        if (width > 20 && height > 8 && isSeen(node)) return true;
    }
    return false;
}
