// The look after an action: which document this is, and whether a navigation away from it has begun.

function lookAround() {
    const note = noteOf(), { unloadAt, missed, lost } = note;
    const replaced = replacedChoice(note.chosen);
    note.disarm?.();
    note.missed = note.lost = note.chosen = null;
    noteBoxes();
    const navigation = performance.getEntriesByType?.("navigation")?.[0];
    return {
        ...placeOf(),
        status: navigation?.responseStatus || null,
        sinceUnload: unloadAt ? timeNow() - unloadAt : null,
        ...(missed && { missed }),
        ...(lost && { lost }),
        ...(replaced !== null && { replaced }),
        ...(document.readyState === "loading" && {
            isUnfinished: true, isUndrawn: performance.getEntriesByType?.("paint")?.length === 0,
        }),
    };
}

// What a list shows in place of the option that was chosen: the page has set it back. `null`: it is chosen.
function replacedChoice(chosen) {
    if (!chosen?.list.isConnected) return null;
    const { list, option, label } = chosen;
    const shown = [...list.selectedOptions];
    return shown.some((each) => each === option || each.label === label) ? null : shown.map((each) => each.label.trim()).join(", ");
}

// Waits until the document and what it needs is loaded, at most for the slice.
function awaitLoad({ slice }, answer) {
    noteOf();
    watch(slice, () => document.readyState === "complete" ? lookAround() : undefined, lookAround, answer);
}
