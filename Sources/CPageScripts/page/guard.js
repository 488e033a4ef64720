// Guarding a click or a key: between the look that finds an element ready and the press, the pointer moves over it,
// and that alone may bring up something that lies over it, or move it away; and a list that closes, as soon as another
// element has the focus, takes it back.

// Until the next look, a press that would fall on something else than `element` is kept from the page, and noted for
// `lookAround` with what it would have fallen on.
function guard(element) {
    const types = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "auxclick", "dblclick", "contextmenu"];
    keepFrom(types, (hit) => element.isConnected ? coverOf(element, hit) : null);
}

// The same for keys that would go to something else than `element` and what is in it.
function guardKeys(element) {
    keepFrom(["keydown", "keypress", "keyup"], (hit) => isAround(element, hit) ? null : hit);
}

// The first of `types` is the press itself; `missedBy` tells what it falls on in place of what is meant.
function keepFrom(types, missedBy) {
    const note = noteOf();
    const keep = (event) => {
        if (!event.isTrusted) return;
        if (event.type === types[0] && !note.missed) {
            const missed = missedBy(event.composedPath()[0]);
            if (!missed) return note.disarm();
            note.missed = described(missed);
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
