// Drawn: what elements show beside the texts in them.

const drawnAttributes = new Map([
    ["input", ["placeholder", "alt"]], ["textarea", ["placeholder"]], ["img", ["alt"]],
    ["option", ["label"]], ["optgroup", ["label"]],
]);

// What such an element shows of its value and attributes: a password field no value, an image that is there none.
function drawnValues(element) {
    const name = element.localName;
    if (name === "img" && element.naturalWidth > 0) return [];
    const values = drawnAttributes.get(name).map((attribute) => attributeOf(element, attribute) ?? "");
    if (name === "textarea" || (name === "input" && element.type !== "password")) values.push(element.value);
    return values;
}
