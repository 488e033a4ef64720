// What a page says of what went wrong: alerts, and fields that it or the browser holds to be invalid.

// What is there for screen readers alone has a box of a pixel.
function isReadable(element) {
    const { width, height } = element.getBoundingClientRect();
    return isVisible(element) && width >= 4 && height >= 4 && element.checkVisibility?.({ opacityProperty: true }) !== false;
}

function readableText(element) {
    return element && isReadable(element) ? normalised(element.innerText ?? "") : "";
}

// The texts of elements that an attribute names by their `id`.
function namedTexts(element, attribute) {
    const ids = (attributeOf(element, attribute) ?? "").split(/\s+/).filter(Boolean);
    return ids.map((id) => readableText(element.getRootNode().getElementById?.(id))).filter(Boolean);
}

function fieldName(field) {
    const label = field.labels?.[0] ?? field.closest("label");
    const names = [label?.innerText, attributeOf(field, "aria-label"), attributeOf(field, "placeholder"), attributeOf(field, "name"), field.id];
    return normalised(names.find((name) => name?.trim()) ?? field.localName);
}

// What the browser says of a value of the wrong kind may hold a part of it.
function browserWords(field) {
    if (field.validity?.typeMismatch) return `what it holds is not of the kind "${field.type}"`;
    return field.validity?.stepMismatch ? "what it holds is not one of its steps" : normalised(field.validationMessage ?? "");
}

function flawOf(field) {
    const [told] = [...namedTexts(field, "aria-errormessage"), ...namedTexts(field, "aria-describedby")];
    return { field: fieldName(field), text: told ?? browserWords(field) };
}

// The flaws, at most so many of each kind; a text of the page that is longer tells nothing in particular, and half of one
// might hold half of a secret.
function flawsOf({ most, longest }) {
    const alerts = byCSS("[role=alert], [aria-live=assertive]", document).map(readableText);
    const fields = byCSS("[aria-invalid]:not([aria-invalid='false'], [aria-invalid='']), :user-invalid", document)
        .filter((field) => !/^(form|fieldset)$/.test(field.localName) && isReadable(field)).map(flawOf);
    const fitting = alerts.filter((text) => text && text.length <= longest);
    return {
        alerts: [...new Set(fitting)].slice(0, most),
        fields: fields.filter(({ field, text }) => field.length <= longest && text.length <= longest).slice(0, most),
    };
}
