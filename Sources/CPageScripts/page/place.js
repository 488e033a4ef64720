// The document that a script runs in.
//
// Scripts may run in the page's own world (`Page+Worlds.swift`), where a test clock may have taken the place of timers
// and `performance`, and a library that of what JavaScript has: `Event`, `Array.from` and `reduce` do not do
// everywhere what they should.

// The browser's `Event`: the constructor that `UIEvent` extends.
const NativeEvent = Object.getPrototypeOf(UIEvent);

// What the browser provides for elements, taken from where it is provided: a form with a field of the same name, as
// `nodeType`, hides it.
function provided(name) {
    let prototype = document.createElement("p");
    while (!Object.getOwnPropertyDescriptor(prototype, name)) prototype = Object.getPrototypeOf(prototype);
    const { get, value } = Object.getOwnPropertyDescriptor(prototype, name);
    return get ?? value;
}
const [nodeType, shadowRoot, assignedSlot, getAttribute] =
    ["nodeType", "shadowRoot", "assignedSlot", "getAttribute"].map(provided);

function isElement(node) {
    return Boolean(node) && nodeType.call(node) === 1;
}

function shadowOf(node) {
    return isElement(node) ? shadowRoot.call(node) : null;
}

// The slot that an element or a text is in.
function slotOf(node) {
    return isElement(node) ? assignedSlot.call(node) : node.assignedSlot;
}

function attributeOf(element, name) {
    return getAttribute.call(element, name);
}

// The time in this document, in ms, on the clock of its events.
function timeNow() {
    return new NativeEvent("").timeStamp;
}

// The frame elements around this document, from inner to outer, up to a document of another origin.
function framesAround() {
    const frames = [];
    for (let frame = window.frameElement; frame; frame = frame.ownerDocument.defaultView.frameElement) frames.push(frame);
    return frames;
}

// Whether a document around this one cannot be looked into: what its frame looks like is for the client to tell.
function isApart() {
    return (framesAround().at(-1)?.ownerDocument.defaultView ?? window) !== window.top;
}

// Whether the page's scripts are switched off (a sandbox): then nothing here is called back, neither by events nor
// by timers or frames. What runs at once runs all the same.
function isScriptless() {
    // In a world of our own events come all the same.
    if (matchMedia("(scripting: none)").matches) return true;
    let isCalled = false;
    const target = new EventTarget();
    target.addEventListener("probe", () => { isCalled = true; });
    target.dispatchEvent(new NativeEvent("probe"));
    return !isCalled;
}

// A text without halves of characters: pages that cut texts to a length leave some, and no driver can hand them on.
function wellFormed(text) {
    return text?.toWellFormed?.() ?? text;
}

// The title, also where an image or a form of that name hides the property.
function titleNow() {
    return wellFormed(Object.getOwnPropertyDescriptor(Document.prototype, "title").get.call(document));
}

// Where the script ran: the client checks that it was the frame and the document it meant.
function placeOf() {
    return {
        url: location.href, title: titleNow(), isTop: window === window.top,
        document: noteOf().document, age: timeNow(), reading: window.performance?.timing?.domLoading || null,
        ...(window !== window.top && isApart() && { isApart: true }),
        ...(isScriptless() && { isScriptless: true }),
        ...arrivalOf(navigationOf()),
    };
}

function navigationOf() {
    return window.performance?.getEntriesByType?.("navigation")?.[0];
}

// How the document came: its HTTP status, whether its end is still to come, and the address in place of which the
// browser shows its own error page.
function arrivalOf(navigation) {
    const status = navigation?.responseStatus;
    return {
        ...(status > 0 && status === (status | 0) && { status }),
        ...(document.readyState === "loading" && !isWritten(navigation) && { isUnfinished: true }),
        ...(isComing(navigation) && { isComing: true }),
        ...(location.protocol === "chrome-error:" && { address: navigation?.name }),
    };
}

// Whether the document is still being read, or its deferred scripts have not run yet: more may come into it, and what is
// there may not do yet what it is for.
function isComing(navigation = navigationOf()) {
    if (document.readyState === "complete" || isWritten(navigation)) return false;
    return document.readyState === "loading" || navigation?.domContentLoadedEventEnd === 0;
}

// Whether a script has opened the document anew and writes it (`document.open`): many are never closed.
function isWritten(navigation) {
    return navigation?.domContentLoadedEventEnd > 0 || navigation?.name === "about:blank";
}

// When the document took the place of the one before; `null`: not known. When that was left is known only within a site.
function comeAt() {
    const timing = window.performance?.timing;
    return timing?.unloadEventStart || timing?.domLoading || null;
}

// How many presses of the pointer and of keys the document has got; `null`: the browser does not count them.
function inputsNow() {
    const counts = window.performance?.eventCounts;
    return counts?.get ? (counts.get("pointerdown") ?? 0) + (counts.get("keydown") ?? 0) : null;
}

// What is kept in a document for later scripts: which one it is, and when a navigation away from it has begun.
function noteOf() {
    const key = Symbol.for("canary.note");
    if (!window[key]) {
        const origin = performance.timeOrigin;
        const note = { document: typeof origin === "number" ? origin : Math.random(), unloadAt: 0 };
        Object.defineProperty(window, key, { value: note, enumerable: false });
        addEventListener("beforeunload", () => { note.unloadAt = timeNow(); });
    }
    return window[key];
}

// Where an element's box lies in the view.
function boxOf(element) {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
}

// How many elements are noted: more would cost more than they spare.
const mostNoted = 300;

// Notes where what can be clicked lies at the end of a look. What still lies there after a picture, which has drawn
// a frame, is at rest: the step that clicks it need not wait for a frame of its own (15 ms).
function noteBoxes() {
    const boxes = noteOf().boxes = new WeakMap();
    const clickable = document.querySelectorAll("a[href], button, input, label, summary, [role], [onclick], [tabindex]");
    for (let i = 0; i < Math.min(clickable.length, mostNoted); i++) boxes.set(clickable[i], boxOf(clickable[i]));
}
