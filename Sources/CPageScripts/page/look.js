// The look after an action: which document this is, and whether a navigation away from it has begun.

function lookAround() {
    const note = noteOf(), { unloadAt, missed, lost, invalid } = note;
    const replaced = replacedChoice(note.chosen);
    const typed = typedNow(note);
    note.disarm?.();
    note.missed = note.lost = note.chosen = note.invalid = null;
    noteBoxes();
    return {
        ...placeOf(),
        sinceUnload: unloadAt ? timeNow() - unloadAt : null, inputs: inputsNow(), come: comeAt(),
        ...(missed && { missed }),
        ...(lost && { lost }),
        ...(invalid && { invalid }),
        ...(typed && { typed }),
        ...(replaced !== null && { replaced }),
        ...unfinished(navigationOf()),
    };
}

// What a field held before keys were sent to it, what it holds now, and what the page took out of it meanwhile; `null`
// where none were, or the page has gone on to something else.
function typedNow(note) {
    const { typing } = note;
    note.typing = null;
    typing?.end();
    const isThere = typing?.field.isConnected && typing.field.getRootNode().activeElement === typing.field;
    if (!isThere || typing.field.validity?.badInput) return null;
    const [before, gone, value] = [typing.before, typing.gone, typing.field.value].map(wellFormed);
    return { before, gone, value };
}

// What a list shows in place of the option that was chosen: the page has set it back. `null`: it is chosen.
function replacedChoice(chosen) {
    if (!chosen?.list.isConnected) return null;
    const { list, option, label } = chosen;
    const shown = [...list.selectedOptions];
    return shown.some((each) => each === option || each.label === label) ? null : wellFormed(shown.map((each) => each.label.trim()).join(", "));
}

function isPainted() {
    return performance.getEntriesByType?.("paint")?.length !== 0;
}

// How far a document is that is not finished: one that is read, that waits for what it needs to be drawn, or whose loading
// was stopped, which counts as complete though it never became interactive.
function unfinished(navigation) {
    const isStopped = document.readyState === "complete" && navigation?.domInteractive === 0;
    if (isStopped || document.readyState === "loading") {
        const needed = isStopped ? stopped() : awaited() ?? awaitedScript();
        const isReceived = navigation?.responseEnd > 0;
        return { isUnfinished: true, isReceived, isUndrawn: !isPainted(), ...(needed && { awaited: needed }) };
    }
    const needed = document.readyState === "interactive" ? awaited() : null;
    return needed && { isUndrawn: true, awaited: needed };
}

// The URLs of what a document waits for before anything of it is drawn: its stylesheets, and of one that has no body
// yet the script that its parser waits for; `null` where it waits for nothing, or is just being read.
function awaited() {
    if (isPainted()) return null;
    const isPending = (rule) => rule instanceof CSSImportRule && !rule.styleSheet;
    const sheets = [...document.querySelectorAll("link[rel~=stylesheet i], style")].flatMap((element) => {
        if (element.disabled || (element.media && !matchMedia(element.media).matches)) return [];
        if (element.localName === "link") return element.sheet ? [] : [element.href];
        return [...element.sheet?.cssRules ?? []].filter(isPending).map(({ href }) => Object.assign(document.createElement("a"), { href }).href);
    });
    if (sheets.length) return sheets;
    return document.body || timeNow() < 300 ? null : awaitedScript() ?? [];
}

// The URL of the script that the parser waits for; `null`: it waits for none.
function awaitedScript() {
    const script = [...document.scripts].at(-1)?.src;
    return script && !performance.getEntriesByName?.(script).some(hasCome) ? [script] : null;
}

// Whether a resource came: one that was given up has neither a status nor a body; a page that is busy with what came
// does not wait for it.
function hasCome({ responseStatus, decodedBodySize }) {
    return responseStatus > 0 || decodedBodySize > 0;
}

// The URLs of what a document that was stopped had waited for: what was given up with it, at the end.
function stopped() {
    const parts = performance.getEntriesByType("resource")
        .filter((part) => /^(script|link|css)$/.test(part.initiatorType) && !hasCome(part));
    const end = Math.max(...parts.map(({ responseEnd }) => responseEnd));
    return parts.filter(({ responseEnd }) => responseEnd > end - 100).map(({ name }) => name);
}

// Waits until the document and what it needs is loaded, at most for the slice.
function awaitLoad({ slice }, answer) {
    noteOf();
    watch(slice, () => document.readyState === "complete" ? lookAround() : undefined, lookAround, answer);
}

// Waits until the document is read and its deferred scripts have run, at most for the slice.
function awaitReading({ slice }, answer) {
    watch(slice, () => isComing() ? undefined : lookAround(), lookAround, answer);
}

// Waits until it is loaded, and nothing else is done: what was guarded stays so.
function awaitCompletion({ slice }, answer) {
    watch(slice, () => document.readyState === "complete" ? { isComplete: true } : undefined, () => ({}), answer);
}

// Waits until the document can be drawn, at most for the slice.
function awaitDrawing({ slice }, answer) {
    watch(slice, () => awaited() ? undefined : lookAround(), lookAround, answer);
}

// Waits until a navigation takes the document away, at most for the slice.
function awaitDeparture({ slice }, answer) {
    watch(slice, () => undefined, lookAround, answer);
}
