// Preselection for role and label targets. The accessibility tree of the browser has the last word; here is
// found, cheaply, everything that it could mean.

// Native elements with an implicit role (HTML-AAM); more than the exact ones does no harm.
const implicitRoles = {
    alert: "", alertdialog: "dialog", article: "article", banner: "header",
    blockquote: "blockquote", button: "button, summary, input[type=button], input[type=submit], input[type=reset], input[type=image], input[type=color], input[type=file]",
    caption: "caption", cell: "td, th", checkbox: "input[type=checkbox]", code: "code",
    columnheader: "th", combobox: "select, input[list]", complementary: "aside", contentinfo: "footer",
    definition: "dd, dfn", deletion: "del, s", dialog: "dialog", emphasis: "em", figure: "figure",
    form: "form", generic: "div, span, b, i", grid: "table", gridcell: "td", group: "fieldset, details, optgroup, address",
    heading: "h1, h2, h3, h4, h5, h6", image: "img, svg", img: "img, svg", insertion: "ins",
    link: "a, area, link", list: "ul, ol, menu", listbox: "select, datalist", listitem: "li",
    main: "main", mark: "mark", math: "math", menuitem: "menuitem", meter: "meter", navigation: "nav",
    none: "img", option: "option", paragraph: "p", presentation: "img", progressbar: "progress",
    radio: "input[type=radio]", region: "section", row: "tr", rowgroup: "tbody, thead, tfoot",
    rowheader: "th", search: "search", searchbox: "input[type=search]", separator: "hr",
    slider: "input[type=range]", spinbutton: "input[type=number]", status: "output", strong: "strong", subscript: "sub", superscript: "sup",
    switch: "input[type=checkbox][switch]", table: "table", term: "dt, dfn",
    textbox: "input, textarea, [contenteditable]", time: "time",
};

// The elements that name an element: those that it refers to, and its labels.
function labelsOf(element) {
    const root = element.getRootNode();
    const referred = (attributeOf(element, "aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
        .map((id) => root.getElementById?.(id)).filter(Boolean);
    return [...referred, ...(element.labels ?? [])];
}

// Every string from which a browser may make the accessible name of an element.
function nameSources(element) {
    const attributes = [element, ...element.querySelectorAll("[alt], [title], [aria-label]")]
        .flatMap((node) => ["aria-label", "alt", "title", "placeholder"].map((name) => attributeOf(node, name)));
    const texts = [element, ...labelsOf(element)].flatMap((node) => textsOf(node));
    const drawn = ["::before", "::after"].map((part) => getComputedStyle(element, part).content);
    const defaults = { submit: "Submit", reset: "Reset" };
    const value = element.localName === "input" ? element.value || defaults[element.type] || "" : "";
    return [...attributes, ...texts, ...drawn, value].filter((text) => text && text !== "none").map(normalised);
}

// The texts that an element may have its name from, where CSS draws them in another case: as the DOM has each, and as it
// is drawn. Which of them the accessibility tree takes depends on the kind of element.
function recasedTexts(element) {
    const pairs = [];
    const add = (written, drawn) => { if (drawn !== written && written && drawn) pairs.push([written, drawn]); };
    const visit = (node) => {
        if (node.nodeType === Node.TEXT_NODE) add(normalised(node.nodeValue), normalised(drawnCase(node.nodeValue, composedParent(node))));
        else if (isElement(node) && !unread.has(node.localName)) composedChildren(node).forEach(visit);
    };
    for (const node of [element, ...labelsOf(element)]) {
        const [written, drawn = written] = textsOf(node);
        add(written, drawn);  // `::first-letter` too
        visit(node);
    }
    return pairs.slice(0, 50);
}

// Whether the accessible name of an element could fit: a source holds the name, or is a part of it.
function mayBeNamed(element, name) {
    if (!name) return true;
    const wanted = name.toLowerCase();
    return nameSources(element).some((source) => {
        const text = source.toLowerCase();
        return text && (text.includes(wanted) || wanted.includes(text));
    });
}

// Whether boxes and file inputs count that are visible by their label alone.
let isByLabel = false;

// Whether those count that cannot be seen, which the accessibility tree leaves out.
let isHiddenToo = false;

function isOffered(element) {
    if (isHiddenToo) return true;
    if (!isByLabel) return isVisible(element);
    return isVisibleByLabel(element) || (element.type === "file" && [...element.labels].some(isVisible));
}

// Those boxes that the accessibility tree leaves out, since they are not rendered, by the label that is.
function namedByLabel(boxes, selector) {
    const name = selector.by === "label" ? selector.value : selector.name;
    const isNamed = (label) => isVisible(label) && (!name || fits(name, selector.exact, textsOf(label)));
    return boxes.filter((box) => !box.checkVisibility({ visibilityProperty: true }) && [...box.labels ?? []].some(isNamed));
}

// Those rows of tables whose text has the name: the accessibility tree names a row only where it can take the focus, or
// is in a grid.
function namedByText(rows, selector) {
    if (selector.by !== "role" || !/^row$/i.test(selector.value) || !selector.name) return [];
    const isPlain = (row) => !["tabindex", "aria-label", "aria-labelledby", "title"].some((name) => row.hasAttribute(name));
    const isTable = (row) => !/^(none|presentation)$/i.test(row.closest("table")?.getAttribute("role") ?? "");
    const isRow = (row) => row.hasAttribute("role") ? row.role === "row" : row.localName === "tr" && isTable(row);
    return rows.filter((row) => isRow(row) && isPlain(row) && fits(selector.name, selector.exact, textsOf(row)));
}

function roleCandidates(selector, scope) {
    const role = selector.value.toLowerCase();
    const native = implicitRoles[role];
    return byCSS(`[role~="${CSS.escape(role)}" i]${native ? ", " + native : ""}`, scope)
        .filter((element) => isOffered(element) && mayBeNamed(element, selector.name));
}

// What has a label: form fields, and what stands in for one. A button without one has its content as its name.
const fields = "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), textarea, select, "
    + "meter, output, progress, [contenteditable]:not([contenteditable=false]), "
    + ["textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "switch", "slider", "spinbutton", "radiogroup",
        "group"].map((role) => `[role=${role}]`).join(", ") + ", :is(button, [role=button]):is([aria-label], [aria-labelledby])";

// Whether a field has its name from its placeholder: the browser takes that where there is nothing else.
function isUnlabelled(field) {
    if (!field.placeholder) return false;
    const texts = labelsOf(field).flatMap((label) => nameSources(label));
    return [attributeOf(field, "aria-label"), field.title, ...texts].every((text) => !text?.trim());
}

function labelCandidates(selector, scope) {
    return byCSS(`${fields}, button`, scope)
        .filter((element) => element.matches(fields) || element.labels?.length > 0)
        .filter((element) => isOffered(element) && mayBeNamed(element, selector.value) && !isUnlabelled(element));
}

// Whether an element is kept from the accessibility tree by what is around it, as all is behind an open dialog.
function isUntold(element) {
    if ([...document.querySelectorAll(":modal")].some((modal) => !isAround(modal, element))) return true;
    for (let node = element; node; node = composedParent(node)) {
        if (node.inert === true || attributeOf(node, "aria-hidden") === "true") return true;
    }
    return false;
}

// What has the role or label of a target and its name, and is not in the accessibility tree, since it cannot be seen or
// is kept from it; with what lies over it then. `null`: there is nothing such.
function hiddenOf(target) {
    isHiddenToo = true;
    const isNamed = (element, { by, value, name, exact }) => {
        const wanted = by === "label" ? value : name;
        return !wanted || fits(wanted, exact, nameSources(element));
    };
    const found = target.alternatives.filter(({ by }) => by === "role" || by === "label").flatMap((selector) =>
        matchesOf(selector).filter((element) => isNamed(element, selector)));
    const visible = found.filter(isVisible);
    if (found.length === 0 || !visible.every(isUntold)) return null;
    const point = visible.length > 0 ? pointOf(visible[0]) : null;
    const hit = point && coverOf(visible[0], elementAt(point));
    const cover = hit && !isAround(hit, visible[0]) ? hit : null;  // what is around it only takes what it lets through
    return {
        elements: (visible.length > 0 ? visible : found).map(described), matches: found.length, visible: visible.length,
        ...(visible.length === 0 && { hiddenBy: hidingOf(found[0]) }),
        ...(cover && { coveredBy: describedCover(cover, visible[0]) }),
    };
}
