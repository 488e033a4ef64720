// The look after an action: which document this is, and whether a navigation away from it has begun.

function lookAround() {
    noteUnload();
    const note = window[Symbol.for("canary.unload")];
    const navigation = performance.getEntriesByType("navigation")[0];
    return {
        ...placeOf(),
        status: navigation?.responseStatus || null,
        sinceUnload: note?.at ? performance.now() - note.at : null,
    };
}

// Waits until the document and what it needs is loaded, at most for the slice.
function awaitLoad({ slice }, answer) {
    noteUnload();
    watch(slice, () => document.readyState === "complete" ? lookAround() : undefined, lookAround, answer);
}
