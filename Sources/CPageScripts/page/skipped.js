// What the browser has not drawn yet (`content-visibility: auto` outside the view): the accessibility tree leaves it out
// until it is scrolled to, so its roles and names are worked out here.

function isSkipped(element) {
    return !element.checkVisibility({ contentVisibilityAuto: true }) && element.checkVisibility();
}

// Native elements of a role, where those of `implicitRoles` are more.
const exactRoles = {
    banner: "header:not(:is(article, aside, main, nav, section) header)", contentinfo: "footer:not(:is(article, aside, main, nav, section) footer)",
    cell: "td", columnheader: "thead th, th[scope=col]", rowheader: "tbody th:not([scope=col]), th[scope=row]",
    combobox: "select:not([multiple], [size]), select[size='1'], input[list]", listbox: "select[multiple], select[size]:not([size='1'])",
    link: "a[href], area[href]", image: "img:not([alt='']), svg", img: "img:not([alt='']), svg",
    region: "section:is([aria-label], [aria-labelledby], [title])", form: "form:is([aria-label], [aria-labelledby], [title])",
    textbox: "textarea, [contenteditable]:not([contenteditable=false]), input:not([list]):is(:not([type]), [type=text], [type=email], [type=tel], [type=url], [type=password])",
    grid: "", gridcell: "", generic: "", none: "", presentation: "", checkbox: "input[type=checkbox]:not([switch])",
};

function hasRole(element, wanted) {
    const role = wanted.toLowerCase(), given = attributeOf(element, "role")?.trim().split(/\s+/)[0].toLowerCase();
    if (given) return given === role;
    const native = exactRoles[role] ?? implicitRoles[role];
    return Boolean(native) && element.matches(native);
}

// The text of an element as it makes a name: without what is hidden, with the names of the images in it.
function contentNameOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
    if (node.nodeType !== Node.ELEMENT_NODE || unread.has(node.localName) || attributeOf(node, "aria-hidden") === "true") return "";
    if (getComputedStyle(node).display === "none") return "";
    const own = attributeOf(node, "aria-label") ?? attributeOf(node, "alt");
    const text = own ?? composedChildren(node).map(contentNameOf).join("");
    return inline.has(node.localName) ? text : ` ${text} `;
}

// Roles that have their name from what is in them.
const namedByContent = "button, a, h1, h2, h3, h4, h5, h6, summary, option, td, th, tr, " + ["button", "cell", "checkbox", "columnheader",
    "gridcell", "heading", "link", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio", "row", "rowheader", "switch", "tab",
    "tooltip", "treeitem"].map((role) => `[role=${role}]`).join(", ");

// The accessible name, by the first of its sources that says something.
function accessibleNameOf(element) {
    const referred = element.hasAttribute("aria-labelledby") ? labelsOf(element).filter((label) => ![...element.labels ?? []].includes(label)) : [];
    const heading = element.querySelector(":scope > :is(legend, caption, figcaption, title)");
    const sources = [
        () => referred.map(contentNameOf).join(" "), () => attributeOf(element, "aria-label"),
        () => [...element.labels ?? []].map(contentNameOf).join(" "), () => attributeOf(element, "alt"),
        () => /^(submit|button|reset)$/.test(element.type) && element.localName === "input" ? element.value || nameSources(element).at(-1) : "",
        () => heading && contentNameOf(heading), () => element.matches(namedByContent) ? composedChildren(element).map(contentNameOf).join("") : "",
        () => element.title, () => element.placeholder,
    ];
    for (const source of sources) {
        const name = normalised(source() ?? "");
        if (name) return name;
    }
    return "";
}

// Those elements of a part that is not drawn yet that have the role and name of a selector.
function namedBySelves(skipped, { by, value, name, exact }) {
    const wanted = by === "label" ? value : name;
    const isNamed = (element) => {
        const text = accessibleNameOf(element);
        return fits(wanted, exact, [text, withoutIcons(text)]);
    };
    return skipped.filter((element) => (by === "label" || hasRole(element, value)) && !isUntold(element) && (!wanted || isNamed(element)));
}
