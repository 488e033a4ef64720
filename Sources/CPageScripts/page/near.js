// What the author may have meant: what is near to a selector that did not match, in spelling or meaning, and can do what
// the step wants, each under the one name that lasts longest, which matches exactly one visible element now.

// The roles that native elements have, as far as it matters for names; the accessibility tree confirms what is offered.
const nativeRoles = [
    ["button", "button, summary, input[type=submit], input[type=button], input[type=reset], input[type=image]"],
    ["link", "a[href], area[href]"], ["heading", "h1, h2, h3, h4, h5, h6"], ["checkbox", "input[type=checkbox]"],
    ["radio", "input[type=radio]"], ["spinbutton", "input[type=number]"], ["slider", "input[type=range]"],
    ["searchbox", "input[type=search]:not([list])"], ["listbox", "select[multiple], select[size]:not([size='1'])"],
    ["combobox", "select, input[list]"],
    ["textbox", "textarea, input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url]"],
    ["dialog", "dialog"], ["img", "img, svg"], ["navigation", "nav"], ["main", "main"], ["table", "table"], ["row", "tr"],
    ["columnheader", "th"], ["cell", "td"], ["list", "ul, ol, menu"], ["listitem", "li"], ["option", "option"],
    ["article", "article"], ["group", "fieldset, details"], ["form", "form"], ["progressbar", "progress"], ["status", "output"],
];

// Roles of which one is often taken for another.
const kindredRoles = [
    ["button", "link", "menuitem", "tab", "option", "menuitemradio", "menuitemcheckbox", "switch", "treeitem"],
    ["dialog", "alertdialog"], ["textbox", "searchbox", "combobox", "spinbutton"], ["combobox", "listbox", "menu", "button"],
    ["checkbox", "switch", "menuitemcheckbox", "radio"], ["radio", "menuitemradio", "tab", "option"], ["alert", "status", "log"],
    ["table", "grid", "treegrid"], ["cell", "gridcell", "columnheader", "rowheader"], ["list", "listbox", "menu", "tree"],
    ["listitem", "option", "menuitem", "treeitem"], ["menu", "menubar", "navigation", "listbox"], ["heading", "columnheader"],
    ["img", "image", "graphics-document"], ["region", "form", "group", "article", "main"], ["tablist", "menubar", "toolbar"],
];

// Roles of which a page shows few: another one of such a role may be meant, whatever it is called.
const rareRoles = /^(dialog|alertdialog|alert|status|searchbox|main|navigation|search|menu|listbox|tablist|grid|table)$/;

const tagsWithRoles = new Map();
for (const [role, selectors] of nativeRoles) {
    for (const selector of selectors.split(", ")) {
        const tag = /^\w+/.exec(selector)[0];
        tagsWithRoles.set(tag, [...tagsWithRoles.get(tag) ?? [], [role, selector]]);
    }
}

function roleOf(element) {
    const role = attributeOf(element, "role")?.trim().split(/\s+/)[0].toLowerCase();
    return role || (tagsWithRoles.get(element.localName)?.find(([, selector]) => element.matches(selector))?.[0] ?? null);
}

function areKindred(role, other) {
    return kindredRoles.some((roles) => roles.includes(role) && roles.includes(other));
}

// The name of an element as the accessibility tree may have it.
function nameOf(element, role) {
    const root = element.getRootNode();
    const referred = (attributeOf(element, "aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
        .map((id) => normalised(root.getElementById?.(id)?.textContent ?? "")).join(" ");
    const labels = [...element.labels ?? []].map((label) => normalised(label.innerText ?? "")).join(" ");
    const own = isField(element) || /^(dialog|alertdialog|table|grid|list|form|group|navigation|main|region|menu|listbox)$/.test(role) ? "" : callOf(element);
    const alt = normalised(attributeOf(element, "alt") ?? element.querySelector("img[alt]")?.alt ?? "");
    return [referred, attributeOf(element, "aria-label"), labels, own, alt, attributeOf(element, "title"), attributeOf(element, "placeholder")]
        .map((text) => normalised(text ?? "")).find(Boolean) ?? "";
}

// What a CSS selector asks of its element: texts to go by with their kinds, and the tag.
function wishOfCSS(selector) {
    const last = (descendantParts(selector.trim()) ?? [selector]).at(-1).split(/\s*[>+~](?![=])\s*/).at(-1);
    const read = (text) => {
        const attributes = [...text.matchAll(/\[\s*([\w-]+)\s*[~|^$*]?=\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]*))/g)]
            .map(([, kind, ...values]) => ({ kind, text: values.find((value) => value !== undefined) ?? "" }));
        const plain = text.replace(/\[[^\]]*\]/g, "").replace(/:[\w-]+(\([^)]*\))?/g, "");
        const names = [...plain.matchAll(/([#.])((?:[\w-]|[^\x00-\x7f]|\\.)+)/g)]
            .map(([, sign, name]) => ({ kind: sign === "#" ? "id" : "class", text: name.replace(/\\(.)/g, "$1") }));
        return [...names, ...attributes];
    };
    const tag = /^[a-z][\w-]*/i.exec(last)?.[0].toLowerCase() ?? null;
    const own = tag?.includes("-") ? [{ kind: "tag", text: tag }] : [];
    const hints = [...read(last), ...own];
    return { hints: hints.length > 0 ? hints : read(selector), tag };
}

// What a selector asks for: texts to go by, and what the element is to be.
function wishOf({ by, value, name }) {
    const sole = (kind, more = {}) => ({ hints: [{ kind, text: value }], ...more });
    const wishes = {
        css: () => wishOfCSS(value),
        xpath: () => ({
            hints: [...value.matchAll(/(?:@([\w-]+)[^"']*)?["']([^"']+)["']/g)].map(([, kind, text]) => ({ kind: kind ?? "text", text })),
            tag: /\/([a-z][\w-]*)[^/]*$/i.exec(value)?.[1] ?? null,
        }),
        role: () => ({ hints: name ? [{ kind: "role", text: name }] : [], role: value.toLowerCase() }),
        label: () => sole("label", { isField: true }),
        placeholder: () => sole("placeholder", { isField: true }),
        testid: () => sole("data-testid"),
        link: () => sole("text", { role: "link" }),
    };
    const wish = wishes[by]?.() ?? sole(by);
    return { ...wish, hints: wish.hints.filter(({ text, kind }) => text && (kind === "text" || !isGenerated(text))) };
}

// The elements of a document, without what is in others that are not rendered: on large pages that is most.
function* renderedIn(scope) {
    const isLeftOut = (element) => unread.has(element.localName) || getComputedStyle(element).display === "none";
    const filter = (element) => isLeftOut(element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    for (const root of rootsIn(scope)) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, filter);
        while (walker.nextNode()) yield walker.currentNode;
    }
}

// The same, what an action can be done to first: of a very large page there is no time to read all. A box or file input
// may be hidden behind what is drawn in its place.
function* readIn(scope, need) {
    const controls = need ? byCSS("a[href], button, input, select, textarea, summary, [contenteditable], [role]", scope) : [];
    const first = new Set(controls.filter((element) => /^(check|file)$/.test(need) || element.checkVisibility()));
    yield* first;
    for (const element of renderedIn(scope)) if (!first.has(element)) yield element;
}

const clickableRole = /^(button|link|checkbox|radio|switch|option|menuitem|menuitemradio|menuitemcheckbox|tab|treeitem|combobox)$/;

function isClickable(element) {
    return element.matches("a[href], button, input, select, textarea, label, summary, [onclick], [tabindex]") || clickableRole.test(attributeOf(element, "role") ?? "");
}

// The element that a step would be done to if it named this one: the button around a text, the field of a label.
function doableOf(element, need, wish) {
    if (suitable[need] || wish.isField) return controlOf(element);
    if (need !== "click") return element;
    const doable = wish.isField || isClickable(element) ? element : element.closest("a[href], button, summary, [role=button], [role=link], [role=menuitem], [role=tab], [role=option]");
    return doable ?? element;
}

// What an element can be called beside its names: what a field is labelled by, or what it is for.
function callsOf(element, role) {
    // Most elements, such as the cells of tables, are called by the text that is among their names.
    const calls = role && !/^(cell|row|columnheader|list|listitem|heading)$/.test(role) ? [nameOf(element, role)] : [];
    if (isField(element)) {
        const { type } = element, purpose = attributeOf(element, "autocomplete") ?? "";
        calls.push(...calls[0] ? [] : textsBeside(element), /^(password|email|search|tel|url)$/.test(type) ? type : "", /^(on|off)$/.test(purpose) ? "" : purpose);
    }
    return calls.filter((call) => call && call.length <= 100);
}

// How near an element is to a wish, from 0 to 1.
function nearnessTo(wish, element, need, alike) {
    const role = roleOf(element);
    if (wish.isField && !element.matches(fields) && !(need === "click" && isClickable(element))) return 0;
    const calls = [...callsOf(element, role), ...rareRoles.test(role) ? [role] : []];
    const words = [...namesOf(element), ...calls.map((word) => ({ kind: "call", word }))];
    const isSame = (kind, other) => kind === other || (other === "call" && /^(role|label|placeholder|aria-label)$/.test(kind));
    const rate = (hint, { kind, word }) => alike(hint.text, kind === "href" ? word.replace(/^\w+:\/\/[^/]*/, "") : word)
        - (isSame(hint.kind, kind) ? 0 : kind === "call" && hint.kind === "text" ? 0.01 : kind === "class" || kind === "href" ? 0.08 : 0.03);
    let nearness = Math.max(0, ...wish.hints.flatMap((hint) => words.map((word) => rate(hint, word))));
    if (wish.role && role && role !== wish.role && wish.hints.length === 0) nearness = areKindred(role, wish.role) ? 0.8 : 0;
    if (wish.role && rareRoles.test(wish.role) && (role === wish.role || areKindred(role, wish.role))) nearness = Math.max(nearness, 0.6);
    if (nearness > 0 && wish.hints.some(({ kind, text }) => kind !== "text" && kind !== "role" && wordsOf(text).some((word) => meaningOf([word])[0] === role))) nearness += 0.05;
    const isOther = wish.role ? role !== wish.role : wish.tag && element.localName !== wish.tag;
    if (isOther) nearness -= wish.role && areKindred(role, wish.role) ? 0.04 : 0.1;
    return need === "click" && !isClickable(element) ? nearness - 0.05 : nearness;
}

// The names that an element can be offered under, best first: of the kind that was asked for where it is alike, then those
// that last longest.
function offersOf(element, wish, alike) {
    const role = roleOf(element), call = role || isField(element) ? nameOf(element, role) : "";
    const isQuotable = call && call.length <= 80 && !/["\\]/.test(call);
    const named = isQuotable && role ? { kind: "role", word: call, by: "role", value: role, name: call, written: `role=${role}[name="${call}"]` } : null;
    const labelled = isQuotable && isField(element) && (element.labels?.length > 0 || element.hasAttribute("aria-label"))
        ? { kind: "label", word: call, by: "label", value: call, written: `label="${call}"` } : null;
    const isAsked = ({ kind, word }) => wish.hints.some((hint) => hint.kind === kind && alike(hint.text, word) >= 0.6);
    const order = ["data-testid", "id", "name", "label", "role", "aria-label", "placeholder", "text", "title", "alt", "href", "tag", "class"];
    const rank = (name) => {
        const at = order.indexOf(name.kind.startsWith("data-") ? "data-testid" : name.kind);
        return (isAsked(name) || (wish.role && name.kind === "role") ? 0 : 20) + at + (fragilityOf(name) === 1 ? 10 : 0);
    };
    return [...namesOf(element), labelled, named].filter(Boolean).sort((a, b) => rank(a) - rank(b));
}

// What is offered for an element: a name that matches it alone; one for the accessibility tree to confirm with the next
// best that need not be.
function offerOf(element, scope, way, wish, need, alike) {
    const isAlone = (name) => {
        const isOffered = { check: isVisibleByLabel, file: () => true }[need] ?? isVisible;
        const found = strategies[name.by](name, scope).filter(isOffered);
        return found.length === 1 && (found[0] === element || isAround(element, found[0]) || isAround(found[0], element));
    };
    const isTold = ({ by }) => by === "role" || by === "label";
    const offers = offersOf(element, wish, alike).filter((name) => way.length === 0 || !isTold(name));
    const plain = offers.find((name) => !isTold(name) && isAlone(name));
    const otherwise = plain ? writtenIn(plain, way) : null;
    if (!offers[0] || !isTold(offers[0])) return otherwise && { written: otherwise };
    const { by, value, name, written } = offers[0];
    return { by, value, written, ...(name && { name }), ...(otherwise && { otherwise }) };
}

// Those that are nearly as near as the nearest, at most 8.
function nearest(candidates) {
    const sorted = candidates.sort((a, b) => b.nearness - a.nearness), best = sorted[0]?.nearness ?? 0;
    return sorted.filter(({ nearness }) => nearness >= Math.max(0.5, best - 0.15)).slice(0, 8);
}

// At most 5 names of what may be meant; `longest` bounds it, in ms.
function near({ target, time: longest, isInTop: canHaveFrame, kind: need }) {
    const began = timeNow(), end = began + longest, endOfReading = began + longest * 2 / 3;  // the rest is to verify in
    const known = new Map();  // classes come again and again
    const alike = (hint, word) => {
        const key = `${hint}\n${word}`;
        if (!known.has(key)) known.set(key, likeness(hint, word));
        return known.get(key);
    };
    const there = canHaveFrame ? targetInFrames(target) : [], named = new Set(there.map(({ element }) => element));
    const names = new Map(there.map(({ written }) => [written, { written }]));
    const places = [{ scope: document, way: [] }, ...canHaveFrame ? framesIn(document) : []];
    const wishes = target.alternatives.map(wishOf);
    const found = new Map();
    for (const { scope, way } of places) {
        for (const each of readIn(scope, need)) {
            if (timeNow() > endOfReading) break;
            for (const wish of wishes) {
                const element = doableOf(each, need, wish);
                if (suitable[need] && !suitable[need](element)) continue;
                const nearness = nearnessTo(wish, each, element === each ? need : null, alike);
                if (nearness >= 0.5 && nearness > (found.get(element)?.nearness ?? 0)) found.set(element, { element, scope, way, wish, nearness });
            }
        }
    }
    const isKnown = (element) => [...named].some((other) => isAround(other, element) || (isAround(element, other) && !isClickable(element)));
    for (const { element, scope, way, wish } of nearest([...found.values()])) {
        if (names.size >= 5 || timeNow() > end) break;
        if (isKnown(element)) continue;
        const offer = offerOf(element, scope, way, wish, need, alike);
        if (!offer) continue;
        named.add(element);
        if (!names.has(offer.written)) names.set(offer.written, offer);
    }
    return [...names.values()];
}

// The text that a quoted selector would match without its quotes, where that is one visible element.
function unquotedMatch(target) {
    for (const selector of target.alternatives.filter(({ exact }) => exact)) {
        const wanted = (selector.by === "role" ? selector.name : selector.value) ?? "";
        const holds = (text) => text && text.toLowerCase().includes(wanted.toLowerCase());
        const callsFor = (element) => selector.by === "role" || selector.by === "label" ? nameSources(element) : selector.by === "placeholder" ? [element.placeholder] : [textsOf(element).at(-1)];
        const found = matchesOf({ ...selector, exact: false }).filter((element) => isVisible(element) && callsFor(element).some(holds));
        const text = found.length === 1 ? callsFor(found[0]).find(holds) : null;
        if (text) return short(text, 100);
    }
    return null;
}
