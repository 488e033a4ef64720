// Waiting: one look after the other until something holds, the slice is over, or the page goes away.

// The browser's timers: the page's own, or those of a fresh frame, which go on when it is removed, where the page has
// a clock for tests, which may stand still, or another observer. What only wraps timers, to watch for errors, will do.
function timers() {
    const isNative = (made) => typeof made === "function" && /\[native code\]/.test(Function.prototype.toString.call(made));
    if (isNative(Date) && isNative(performance.now) && isNative(window.MutationObserver)) return window;
    const note = noteOf();
    if (note.timers || !document.documentElement) return note.timers ?? window;
    const frame = document.createElementNS("http://www.w3.org/1999/xhtml", "iframe");
    frame.style.display = "none";
    document.documentElement.append(frame);
    const fresh = frame.contentWindow ?? window;
    const { setInterval, clearInterval, requestAnimationFrame, cancelAnimationFrame, MutationObserver } = fresh;
    note.timers = { setInterval, clearInterval, requestAnimationFrame, cancelAnimationFrame, MutationObserver };
    frame.remove();
    return note.timers;
}

// Calls `look` now, after every frame, and where the DOM changes, until it returns a result.
//
// `look(frameTime)` gets the time at which the frame began that has just ended, if one has, and returns what to
// answer, or `undefined` to go on. At the end of the slice `last()` is answered; where a navigation takes the document
// away, `{ leaving: true }`, since no later moment would reach the driver. Where scripts are switched off one look is
// all, and the client asks again. A look that is dear (a large page) is not repeated before four times its cost is over.
function watch(slice, look, last, answer) {
    if (isScriptless()) return answer({ ...look(timeNow()) ?? last(), ...placeOf() });
    const end = timeNow() + slice;
    const native = timers();
    let isOver = false, next = 0, frame = 0;
    const finish = (result) => {
        if (isOver) return;
        isOver = true;
        observer.disconnect();
        native.clearInterval.call(window, timer);
        native.cancelAnimationFrame.call(window, frame);
        afterFrame.port1.close();
        removeEventListener("beforeunload", leave);
        removeEventListener("load", awaken);
        answer({ ...result, ...placeOf() });
    };
    const leave = () => finish({ leaving: true });
    const tick = (frameTime) => {
        const began = timeNow();
        if (isOver || (began < next && began < end)) return;
        try {
            const result = look(frameTime);
            if (result !== undefined) return finish(result);
        } catch (error) {
            return finish({ broken: `${error?.name ?? "Error"}: ${error?.message ?? error}` });
        }
        const now = timeNow();
        next = now + 4 * (now - began);
        if (now >= end) finish(last());
    };
    // A message that is posted in a frame comes when the frame is through: what the page does in it is seen.
    const afterFrame = new MessageChannel();
    afterFrame.port1.onmessage = ({ data }) => {
        framesSeen++;
        tick(data);
        if (!isOver) awaitFrame();
    };
    // The window of a frame may outlive its first, empty document, and keeps the clock of that; frames have another then.
    const inOwnClock = (time) => Math.abs(timeNow() - time) < 1000 ? time : timeNow();
    const awaitFrame = () => {
        frame = native.requestAnimationFrame.call(window, (time) => afterFrame.port2.postMessage(inOwnClock(time)));
    };
    const awaken = () => tick();
    // Changes of the DOM and the load wake at once, frames see what neither tells (style, scrolling, animation), the
    // timer goes on where frames stand still (a window in the background, a frame of another origin out of view).
    const observer = new native.MutationObserver(awaken);
    let framesSeen = 0, framesBefore = 0;
    const timer = native.setInterval.call(window, () => {
        tick(framesSeen === framesBefore ? timeNow() - 50 : undefined);
        framesBefore = framesSeen;
    }, 100);
    addEventListener("beforeunload", leave);
    addEventListener("load", awaken);
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    tick();
    if (!isOver) awaitFrame();
}
