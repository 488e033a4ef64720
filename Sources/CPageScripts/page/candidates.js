// Role and label targets, first half: waits for elements that the accessibility tree is then asked about.

// Answers with the candidates as soon as there are some. `isAgain` says that the present ones were asked about
// in vain: then it waits for the page to change first, but no longer than 250 ms, since a name may change
// without the DOM doing so.
function awaitCandidates({ selector, slice, isAgain }, answer) {
    noteUnload();
    let looks = 0;
    const began = performance.now();
    const look = (inFrame) => {
        looks++;
        if (isAgain && inFrame && performance.now() - began < Math.min(slice, 250)) return undefined;
        if (isAgain && looks === 1) return undefined;
        const candidates = matchesOf(selector);
        return candidates.length > 0 ? { candidates, looks } : undefined;
    };
    watch(slice, look, () => ({ candidates: [], looks }), answer);
}
