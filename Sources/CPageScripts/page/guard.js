// Guarding a click or a key: between the look that finds an element ready and the press, the pointer moves over it,
// and that alone may bring up something that lies over it, or move it away; and a list that closes, as soon as another
// element has the focus, takes it back.

const pressTypes = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "auxclick", "dblclick", "contextmenu"];

// Until the next look, a press that would fall on something else than `element` is kept from the page, and noted for
// `lookAround` with what it would have fallen on; one that falls on it is watched to its end. `presses` are meant: a
// driver without the DevTools protocol may press once more, where a navigation began that then brought no document.
function guard(element, presses) {
    watchValidity();
    keepFrom(pressTypes, (hit) => missOf(element, hit), (press) => watchRelease(element, press, presses));
}

// Notes the first field that is found invalid, as when a browser does not send its form: what it says of it then, no
// picture shows. The value is not told, which the browser's own message may have.
function watchValidity() {
    const note = noteOf();
    note.invalid = null;
    if (note.isValidityWatched) return;
    note.isValidityWatched = true;
    addEventListener("invalid", ({ target, isTrusted }) => {
        if (!isTrusted) return;
        const flaws = [];
        for (const flaw in target.validity) if (flaw !== "valid" && target.validity[flaw]) flaws.push(flaw);
        note.invalid ??= tagOf(target) + (flaws.length > 0 ? ` (${flaws.join(", ")})` : "");
    }, true);
}

// What a press falls on in place of `element`, as told; `null`: it falls on it, or there is nothing left to miss.
function missOf(element, hit) {
    const cover = element.isConnected ? coverOf(element, hit) : null;
    return cover && describedCover(cover, element);
}

// The same for keys that would go to something else than `element`, what is in it, or the editor that it is a part of.
function guardKeys(element) {
    guardInput(element, ["keydown", "keypress", "keyup"]);
}

// The same for text that is put in, as the driver does without keys too.
function guardText(element) {
    guardInput(element, ["beforeinput"]);
}

function guardInput(element, types) {
    const isTaken = (hit) => isAround(element, hit) || (element.isContentEditable && isAround(hit, element));
    keepFrom(types, (hit) => isTaken(hit) ? null : described(hit));
}

// Notes what a field holds while keys are sent to it, and what the page takes out of it: chips, a message that is sent.
// What cannot be seen is where an editor takes its keys, and is emptied all the time.
function watchTyping(field) {
    const note = noteOf();
    note.typing?.end();
    note.typing = null;
    if (!/^(input|textarea)$/.test(field.localName) || editingOf(field) !== "text" || !isSeen(field)) return;
    const typing = { field, before: field.value, gone: "", last: field.value };
    const see = ({ type }) => {
        if (type !== "input" && field.value === "" && typing.last.length > 1) typing.gone += typing.last;
        typing.last = field.value;
    };
    for (const type of ["keydown", "input"]) addEventListener(type, see, true);
    typing.end = () => {
        for (const type of ["keydown", "input"]) removeEventListener(type, see, true);
        see({ type: "end" });
    };
    note.typing = typing;
}

// What an event falls on, in closed shadow trees too, which its path leaves out.
function hitOf(event) {
    let hit = event.composedPath()[0];
    if (closedRoots.has(hit) && "clientX" in event) return elementAt({ x: event.clientX, y: event.clientY });
    while (closedRoots.get(hit)?.activeElement) hit = closedRoots.get(hit).activeElement;
    return hit;
}

// Calls `listener` before the page's own, until the next look.
function listen(types, listener) {
    const note = noteOf();
    for (const type of types) addEventListener(type, listener, { capture: true, passive: false });
    note.disarm = () => {
        for (const type of types) removeEventListener(type, listener, { capture: true });
        note.disarm = null;
    };
}

// The first of `types` is the press itself; `missedBy` tells what it falls on in place of what is meant.
function keepFrom(types, missedBy, pressed) {
    const note = noteOf();
    note.missed = note.lost = null;
    listen(types, (event) => {
        if (!event.isTrusted) return;
        if (event.type === types[0] && !note.missed) {
            const missed = missedBy(hitOf(event));
            if (!missed) {
                note.disarm();
                pressed?.(event);
                return;
            }
            note.missed = missed;
        }
        event.preventDefault();
        event.stopImmediatePropagation();
    });
}

// Notes what the button was let go over where no click can come of it: browsers send a click to what is around both
// press and release, and none where what was pressed has gone. What had taken the element's place by the press is meant.
function watchRelease(element, press, presses) {
    const note = noteOf(), pressed = hitOf(press);
    const meant = element.isConnected ? element : likeAround(pressed, element) ?? element;
    let seen = 1;
    listen(pressTypes, (event) => {
        if (!event.isTrusted) return;
        if (event.type === "pointerdown") seen++;
        if (seen > presses) {
            event.preventDefault();
            event.stopImmediatePropagation();
            return;
        }
        if (press.button !== 0 || !(event.type === "pointerup" || event.type === "click")) return;
        const hit = hitOf(event), cover = coverOf(meant, hit);
        if (event.type === "pointerup") {
            if ((cover || !pressed.isConnected) && isStillMeant(meant, hit)) note.lost = described(hit);
            return;
        }
        if (!cover) note.lost = null;
    });
}

// Whether an element is still to be seen, or one like it in its place: what the page takes away as it is pressed has
// done its part.
function isStillMeant(element, hit) {
    return element.isConnected ? isVisible(element) : likeAround(hit, element) !== null;
}

// The nearest element around `hit` with the start tag of an element that has gone: its text may be another one, unless
// nothing else tells it from others.
function likeAround(hit, gone) {
    const tag = tagOf(gone), isBare = tag === `<${gone.localName}>`;
    const isLike = (node) => tagOf(node) === tag && (!isBare || node.textContent === gone.textContent);
    for (let node = hit; node; node = composedParent(node)) if (isLike(node)) return node;
    return null;
}
