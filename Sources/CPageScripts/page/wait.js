// Waiting: one look after the other until something holds, the slice is over, or the page goes away.

// Calls `look` now, on every frame, and where the DOM changes, until it returns a result.
//
// `look(inFrame)` returns what to answer, or `undefined` to go on. At the end of the slice `last()` is
// answered; where a navigation takes the document away, `{ leaving: true }`, since no later moment would
// reach the driver. A look that is dear (a large page) is not repeated before four times its cost is over.
function watch(slice, look, last, answer) {
    const end = performance.now() + slice;
    let isOver = false, next = 0, frame = 0;
    const finish = (result) => {
        if (isOver) return;
        isOver = true;
        observer.disconnect();
        clearInterval(timer);
        cancelAnimationFrame(frame);
        removeEventListener("beforeunload", leave);
        answer({ ...result, ...placeOf() });
    };
    const leave = () => finish({ leaving: true });
    const tick = (inFrame) => {
        const began = performance.now();
        if (isOver || (began < next && began < end)) return;
        try {
            const result = look(inFrame);
            if (result !== undefined) return finish(result);
        } catch (error) {
            return finish({ broken: `${error?.name ?? "Error"}: ${error?.message ?? error}` });
        }
        const now = performance.now();
        next = now + 4 * (now - began);
        if (now >= end) finish(last());
    };
    const onFrame = () => {
        framesSeen++;
        tick(true);
        if (!isOver) frame = requestAnimationFrame(onFrame);
    };
    // Changes of the DOM wake at once, frames see what no mutation tells (style, scrolling, animation), the
    // timer goes on where frames stand still (a window in the background, a frame of another origin out of view).
    const observer = new MutationObserver(() => tick(false));
    let framesSeen = 0, framesBefore = 0;
    const timer = setInterval(() => {
        tick(framesSeen === framesBefore);
        framesBefore = framesSeen;
    }, 100);
    addEventListener("beforeunload", leave);
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    tick(false);
    if (!isOver) frame = requestAnimationFrame(onFrame);
}

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
