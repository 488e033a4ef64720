// Guarding a click: between the look that finds an element ready and the press, the pointer moves over it, and that
// alone may bring up something that lies over it, or move it away.

// Until the next look, a press that would fall on something else than `element` is kept from the page, and noted for
// `lookAround` with what it would have fallen on.
function guard(element) {
    const note = noteOf();
    const types = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "auxclick", "dblclick", "contextmenu"];
    const keep = (event) => {
        if (!event.isTrusted) return;
        if (event.type === "pointerdown") {
            const cover = element.isConnected ? coverOf(element, event.composedPath()[0]) : null;
            if (!cover) return note.disarm();
            note.missed = described(cover);
        }
        event.preventDefault();
        event.stopImmediatePropagation();
    };
    for (const type of types) addEventListener(type, keep, { capture: true, passive: false });
    note.missed = null;
    note.disarm = () => {
        for (const type of types) removeEventListener(type, keep, { capture: true });
        note.disarm = null;
    };
}
