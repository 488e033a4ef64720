// The document that a script runs in.

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
    let isCalled = false;
    const target = new EventTarget();
    target.addEventListener("probe", () => { isCalled = true; });
    target.dispatchEvent(new Event("probe"));
    return !isCalled;
}

// Where the script ran: the client checks that it was the frame and the document it meant.
function placeOf() {
    return {
        url: location.href, title: document.title, isTop: window === window.top, document: performance.timeOrigin,
        ...(window !== window.top && isApart() && { isApart: true }),
        ...(isScriptless() && { isScriptless: true }),
    };
}

// Notes, for the look after an action, whether a navigation has begun in this document.
function noteUnload() {
    const key = Symbol.for("canary.unload");
    if (window[key]) return;
    Object.defineProperty(window, key, { value: { at: 0 }, enumerable: false });
    addEventListener("beforeunload", () => { window[key].at = performance.now(); });
}
