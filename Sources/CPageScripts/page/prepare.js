// What is done to an element in the same look that found it ready. All of it may be done twice: a script is run again
// when a navigation interrupts it.

// Gives a field the focus as a driver does before it sends keys: the caret goes to the end of what it holds, and stays
// where it is in one that has the focus already.
function focusAtEnd(control) {
    if (isFocused(control)) return;
    control.focus();
    if (control.isContentEditable) {
        getSelection().selectAllChildren(control);
        getSelection().collapseToEnd();
    }
    const end = valueOf(control).length;
    try { control.setSelectionRange?.(end, end); } catch { /* a field of a type that has no caret */ }
}

const preparations = {
    none: () => ({}),
    scroll: (element) => {
        if (!isWhollyInView(element)) bringIntoView(element, pointOf(element) ? 0 : 1);
        return {};
    },
    show: (element) => {
        const { height } = boxedOf(element).getBoundingClientRect();
        const block = height > innerHeight ? "start" : "nearest";
        boxedOf(element).scrollIntoView({ block, inline: "nearest", behavior: "instant" });
        return {};
    },
    focus: (element) => {
        const control = controlOf(element);
        control.focus();
        // What the page makes of a custom element's own `focus` is not seen from here.
        const root = shadowOf(control);
        if (root && !isFocused(control)) byCSS("input, textarea, select, button, a[href], [tabindex]", root)[0]?.focus();
        if (isFocused(control) || control.contains(document.activeElement)) {
            guardKeys(control);
            return {};
        }
        return { reason: isDisabled(control) ? "disabled" : "unfocusable" };
    },
    keys: (element) => {
        const control = controlOf(element);
        const isUnknown = isInClosedTree(control);  // drivers take it for one that cannot be typed into
        if (isUnknown) focusAtEnd(control);
        guardKeys(control);
        watchTyping(control);
        return { control, isUnknown };
    },
    fill: (element, { value }) => {
        const control = controlOf(element);
        const editing = editingOf(control);
        if (editing === "set") assign(control, value);
        else {
            selectAll(control);
            guardText(control);
        }
        return { editing, isOneLine: control.localName === "input", element: control, actual: valueOf(control) };
    },
    file: (element, { count }) => {
        const input = controlOf(element);
        if (input.localName !== "input" || input.type !== "file") return { reason: "unsuitable" };
        if (isDisabled(input)) return { reason: "disabled" };
        const takesFolder = input.webkitdirectory === true;
        return count > 1 && !input.multiple && !takesFolder ? { reason: "singleFile" } : { control: input, takesFolder };
    },
    frame: (element) => {
        if (!/^(iframe|frame|object)$/.test(element.localName)) return { reason: "unsuitable" };
        const isHidden = !isVisible(element) || element.clientWidth === 0 || element.clientHeight === 0;
        const coming = comingIn(element);
        if (coming && isHidden) return { reason: "hidden" };
        if (coming && element.loading === "lazy") bringIntoView(element, 0);
        if (coming) return { reason: "unsuitable", actual: coming };
        return { frame: { isHidden, isUnseen: !isSeen(element), map: mapOf(element) } };
    },
    check: (element) => {
        const control = controlOf(element), checked = checkedOf(control);
        return isCheckable(control) ? { checked, control, isNative: control.localName === "input" } : { reason: "unsuitable" };
    },
    read: (element, { read, name }) => {
        const control = controlOf(element);
        const values = { text: () => textsOf(element).at(-1), value: () => heldValueOf(control), attribute: () => attributeOf(element, name) };
        return { actual: wellFormed(values[read]()) };
    },
    option: (element, { option }) => {
        const list = controlOf(element);
        if (list.localName !== "select") return { reason: "unsuitable" };
        const found = [...list.options].filter((each) => "label" in option
            ? normalised(each.label) === normalised(option.label) : each.value === option.value);
        if (found.length === 0) return { reason: "noOption" };
        if (isDisabled(found[0])) return { reason: "disabled", actual: normalised(found[0].label) };
        noteOf().chosen = { list, option: found[0], label: found[0].label };
        return { option: found[0], checked: found[0].selected };
    },
};
