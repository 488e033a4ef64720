// The look after an action: which document this is, and whether a navigation away from it has begun.

function lookAround() {
    const note = noteOf(), { unloadAt, missed, lost } = note;
    note.disarm?.();
    note.missed = note.lost = null;
    noteBoxes();
    const navigation = performance.getEntriesByType?.("navigation")?.[0];
    return {
        ...placeOf(),
        status: navigation?.responseStatus || null,
        sinceUnload: unloadAt ? timeNow() - unloadAt : null,
        ...(missed && { missed }),
        ...(lost && { lost }),
        ...(document.readyState === "loading" && {
            isUnfinished: true, isUndrawn: performance.getEntriesByType?.("paint")?.length === 0,
        }),
    };
}

// Waits until the document and what it needs is loaded, at most for the slice.
function awaitLoad({ slice }, answer) {
    noteOf();
    watch(slice, () => document.readyState === "complete" ? lookAround() : undefined, lookAround, answer);
}
