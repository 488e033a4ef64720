// Form fields: how they take a value, and which they hold.

const uneditableTypes = /^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/;
const settableTypes = /^(color|date|datetime-local|month|range|time|week)$/;

// How `fill` can put a value in: `text` by typing, `set` by assignment, `html`; `null`: it cannot.
function editingOf(element) {
    if (element.localName === "textarea") return "text";
    if (element.localName === "input") {
        if (settableTypes.test(element.type)) return "set";
        return uneditableTypes.test(element.type) ? null : "text";
    }
    return element.isContentEditable ? "html" : null;
}

function isReadonly(element) {
    return element.readOnly === true || attributeOf(element, "aria-readonly") === "true";
}

// Whether an element is a checkbox, radio button, switch or menu item that is on or off.
function isCheckable(element) {
    return (element.localName === "input" && /^(checkbox|radio)$/.test(element.type)) || element.hasAttribute("aria-checked");
}

// Whether such an element is on; `null` where it is mixed, neither on nor off, and for what has no such state.
function checkedOf(element) {
    if (element.localName === "input" && element.type === "checkbox") return element.indeterminate ? null : element.checked;
    if (element.localName === "input" && element.type === "radio") return element.checked;
    const value = attributeOf(element, "aria-checked");
    return value === null || value === "mixed" ? null : value === "true";
}

// Chooses an option of a list, which hears of it as where a person does.
function choose(option) {
    const list = option.closest("select");
    list.focus();
    option.selected = true;
    list.dispatchEvent(new NativeEvent("input", { bubbles: true, composed: true }));
    list.dispatchEvent(new NativeEvent("change", { bubbles: true }));
}

// Sets the value the way the browser's own widget would, past a framework's setter.
function assign(element, value) {
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value").set;
    setter.call(element, value);
    element.dispatchEvent(new NativeEvent("input", { bubbles: true, composed: true }));
    element.dispatchEvent(new NativeEvent("change", { bubbles: true }));
}

// Focuses an element and selects all it holds, so that what is inserted replaces it.
function selectAll(element) {
    window.focus();
    element.focus({ preventScroll: false });
    if (/^(input|textarea)$/.test(element.localName)) return element.select();
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = element.getRootNode().getSelection?.() ?? getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
}

// What the browser alone makes of a value for an input of this kind; `null` where it refuses the value, which another
// one then stands in for, or the field is none that it has rules for.
function normalFor(element, value) {
    if (element.localName !== "input") return null;
    const fresh = document.createElement("input");
    for (const name of ["type", "min", "max", "step", "multiple"]) {
        if (element.hasAttribute(name)) fresh.setAttribute(name, attributeOf(element, name));
    }
    fresh.value = value;
    if (fresh.type === "color") return CSS.supports("color", value.trim()) ? fresh.value : null;
    const isOut = fresh.type === "range" && !(Number(value) >= (fresh.min || 0) && Number(value) <= (fresh.max || 100));
    return isOut || fresh.value === "" ? null : fresh.value;
}

// Answers with what a field holds, what the browser alone would make of the value that was put in, and the most
// characters that it takes, once what the page has put off to the end of
// its event handlers (`setTimeout`) is done.
function readField({ element, value }, answer) {
    const native = timers();
    const finish = () => {
        native.clearInterval.call(window, timer);
        removeEventListener("beforeunload", finish);
        noteOf().disarm?.();
        answer({ value: valueOf(element), normal: normalFor(element, value), maxLength: element.maxLength | 0, ...placeOf() });
    };
    noteBoxes();
    const timer = native.setInterval.call(window, finish, 0);
    addEventListener("beforeunload", finish);
    if (isScriptless()) finish();
}

// The value of a control. What a custom element has as its value only the page sees: it is that of the first field in
// its open shadow tree, or else its attribute.
function heldValueOf(control) {
    if (typeof control.value === "string") return control.value;
    const root = shadowOf(control);
    const field = root && byCSS("input:not([type=hidden]), textarea, select", root)[0];
    return field ? field.value : control.localName.includes("-") ? attributeOf(control, "value") : control.value ?? null;
}

// The value of a form field or the text of an editable element, as `fill` reads it back.
function valueOf(element) {
    return element.value ?? element.innerText ?? "";
}
