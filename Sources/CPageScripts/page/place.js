// The document that a script runs in.

// Where the script ran: the client checks that it was the frame and the document it meant.
function placeOf() {
    return {
        url: location.href, title: document.title, isTop: window === window.top, document: performance.timeOrigin,
    };
}

// Notes, for the look after an action, whether a navigation has begun in this document.
function noteUnload() {
    const key = Symbol.for("canary.unload");
    if (window[key]) return;
    Object.defineProperty(window, key, { value: { at: 0 }, enumerable: false });
    addEventListener("beforeunload", () => { window[key].at = performance.now(); });
}
