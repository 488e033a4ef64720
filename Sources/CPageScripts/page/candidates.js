// Role and label targets, first half: waits for elements that the accessibility tree is then asked about.

// Answers with the candidates as soon as there are some. `isAgain` says that the present ones were asked about
// in vain: then it waits for the page to change first, but no longer than 250 ms, since a name may change
// without the DOM doing so.
function awaitCandidates({ selector, slice, isAgain, isFrameHidden, byLabel, most, isTreeless }, answer) {
    isHiddenOutside = isFrameHidden;
    isByLabel = byLabel;
    noteOf();
    const name = selector.by === "label" ? selector.value : selector.name;
    let looks = 0;
    const began = timeNow();
    const all = () => {
        const found = matchesOf(selector);
        const skipped = isTreeless ? found : found.filter(isSkipped);
        const own = [...isByLabel ? namedByLabel(found, selector) : [], ...namedByText(found, selector), ...namedBySelves(skipped, selector)];
        const named = [...new Set(own)], known = new Set([...named, ...skipped]);
        const open = known.size > 0 ? found.filter((element) => !known.has(element)) : found;
        const candidates = open.slice(0, most ?? open.length);
        return {
            named, candidates, isCut: open.length > candidates.length, looks,
            // In any case at all most letters are compared, but not those that become two.
            ...(name && (selector.exact || /[^\0-\x7F]/.test(name)) && { recased: candidates.map(recasedTexts) }),
        };
    };
    const look = (frameTime) => {
        looks++;
        if (isAgain && (frameTime || looks === 1) && timeNow() - began < Math.min(slice, 250)) return undefined;
        const found = all();
        return found.candidates.length + found.named.length > 0 ? found : undefined;
    };
    watch(slice, look, all, answer);
}
