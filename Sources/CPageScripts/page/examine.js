// Examining: whether a target is ready for an action, and if not, why.

// What each action needs of its element, beyond being the only visible match.
const needs = {
    click: { stable: true, enabled: true, hit: true, press: true, byLabel: true },
    check: { stable: true, enabled: true, hit: true, press: true, byLabel: true, suits: suitable.check },
    point: { stable: true, hit: true },
    still: { stable: true, inView: true },
    edit: { enabled: true, writable: true, editable: true, unveiled: true, suits: suitable.edit },
    type: { enabled: true, writable: true, unveiled: true, suits: suitable.edit },
    option: { enabled: true, unveiled: true, suits: suitable.option },
    visible: {},
    seen: { seen: true },
    present: { hiddenToo: true },
};

// The places in the view, down and across, to which an element is brought in turn.
const placesInView = [
    ["nearest", "nearest"], ["center", "nearest"], ["center", "center"],
    ["end", "nearest"], ["start", "nearest"], ["end", "end"], ["start", "start"],
];

// Scrolls where the element is out of view, or, on later tries, where something fixed lies over it or what is around
// it snaps to another place.
function bringIntoView(element, tries) {
    const [block, inline] = placesInView[tries % placesInView.length];
    boxedOf(element).scrollIntoView({ block, inline, behavior: "instant" });
    return block;
}

// Whether all of an element is in view, within every box around it; of frames it is not known what is outside.
function isWhollyInView(element) {
    if (window !== window.top) return false;
    const boxes = boxesOf(boxedOf(element)), parts = shownPartsOf(boxedOf(element), boxes);
    const isNear = (one, other) => Math.abs(one - other) < 1;
    return parts.every(({ left, right, top, bottom }, i) => left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1
        && isNear(left, boxes[i].left) && isNear(right, boxes[i].right) && isNear(top, boxes[i].top) && isNear(bottom, boxes[i].bottom));
}

// Whether an animation or transition is under way that may move the element.
function isAnimated(element) {
    for (let node = element; node; node = composedParent(node)) {
        if (node.getAnimations().some((animation) => animation.playState === "running")) return true;
    }
    return false;
}

// How many frames an element may tremble by less than half a pixel until it counts as at rest: more than the slow
// beginning of a transition takes to come further.
const tremblingFrames = 12;

// Whether the element lies where it lay before a whole frame, one that began at `frameTime`, or since before a picture;
// two frames where something is animated, since a slow beginning moves nothing in the first.
function hasSettled(element, memory, frameTime) {
    if (isScriptless()) return !isAnimated(element);  // nothing tells of a second frame
    const box = boxOf(boxedOf(element)), place = `${box}`, now = timeNow();
    const isSame = memory.element === element;
    const isNear = isSame && box.every((each, i) => Math.abs(each - memory.box[i]) < 0.5);
    const frames = memory.isDrawn && !memory.element && `${noteOf().boxes?.get(element)}` === place ? 1 : 0;
    if (!isSame) memory.obstacle = null;
    if (!isSame && memory.element) memory.replacements = (memory.replacements ?? 0) + 1;
    if (isSame && memory.place !== place) memory.hasMoved = true;
    // What a script moves in a frame is seen in that frame and once more at its end: such a frame proves nothing.
    if (!isNear) Object.assign(memory, { element, box, nearSince: now, nearFrames: frames });
    else if (frameTime > memory.nearSince) memory.nearFrames++;
    if (!isNear || memory.place !== place) Object.assign(memory, { place, since: now, frames });
    else if (frameTime > memory.since) memory.frames++;
    return memory.frames >= (isAnimated(element) ? 2 : 1) || memory.nearFrames >= tremblingFrames;
}

// Why an element cannot be hit: it cannot be brought into view, or something covers it. Of a field that is written in
// it counts only what lies over the whole of it.
function obstacleOf(element, need, memory) {
    if (!need.hit && !(need.unveiled && (editingOf(element) || element.localName === "select"))) return null;
    if (!pointOf(element)) {
        memory.misses = (memory.misses ?? -1) + 1;
        bringIntoView(element, memory.misses);
        if (!pointOf(element)) return need.hit ? { reason: "offscreen" } : null;
    }
    const cover = need.hit ? coverOf(element, elementAt(pointOf(element))) : veilOf(element);
    if (!cover) return null;
    // What is around it lies below it: where that is hit, the element lets the pointer through.
    const takesPointer = getComputedStyle(element).pointerEvents !== "none";
    const isThrough = isAround(cover, element) || !takesPointer;
    // What covers it where it lay, or in the middle of the view, is reported: at the edges something fixed may too.
    const isTelling = !memory.obstacle || memory.block === "center";
    const obstacle = isTelling
        ? { reason: isThrough ? "passedThrough" : "covered", coveredBy: describedCover(cover, element) } : memory.obstacle;
    // No place helps what takes no pointer, and lists take none while they scroll: they are let come to rest.
    if (takesPointer) memory.tries = (memory.tries ?? 0) + 1;
    if (takesPointer && memory.tries > 1) memory.block = bringIntoView(element, memory.tries - 1);
    return obstacle;
}

// Whether an element is an option of a list that the browser drops down: it has no place where it could be clicked.
function isInDropdown(element) {
    const list = element.localName === "option" ? element.closest("select") : null;
    return list !== null && !list.multiple && list.size <= 1;
}

// Of several matches those that can be meant: what suits the action; and where a library draws a list, not the options
// of the browser's own, which is there too, hidden.
function possibleOf(selector, eligible, need) {
    const suiting = preferred(eligible, (element) => need.suits?.(controlOf(element)) ?? true);
    if (!need.hit) return labelled(selector, suiting);
    return wholes(selector, preferred(suiting, (element) => !isInDropdown(element)));
}

// Of what holds a text, where nothing quotes it, for the pointer what has it as its whole text: not where another begins
// with it, which may be what is meant, written short.
function wholes({ by, value, exact }, elements) {
    if (by !== "text" || exact) return elements;
    const wanted = value.toLowerCase();
    const has = (element, fits) => textsOf(element).some((text) => fits(text.toLowerCase()));
    const isWhole = (element) => has(element, (text) => text === wanted);
    const isLonger = (element) => !isWhole(element) && has(element, (text) => text.startsWith(wanted));
    return elements.some(isLonger) ? elements : preferred(elements, isWhole);
}

// Why an element is not at rest: it moves, or is another one again and again.
function unsettled({ replacements, hasMoved }) {
    return replacements > 3 ? { reason: "detached" } : { reason: "moving", isUnproven: !hasMoved };
}

// Why one element is not ready for what `need` asks; `null`: it is.
function shortfallOf(element, need, memory, frameTime) {
    const control = controlOf(element);
    memory.isRestless = false;
    if (need.hit && isInDropdown(element)) return { reason: "unsuitable" };
    if (need.hit && isInert(element)) return { reason: "disabled" };
    if (need.enabled && isDisabled(need.hit ? clickableOf(control) : control)) return { reason: "disabled" };
    if (need.writable && isReadonly(control)) return { reason: "readonly" };
    if (need.editable && !editingOf(control)) {
        return { reason: attributeOf(control, "contenteditable") === "false" ? "readonly" : "unsuitable" };
    }
    const isOut = need.unveiled ? outOfReach(control) : null;
    if (isOut) return { reason: "hidden", hiddenBy: isOut, visible: [] };
    // An element that is scrolled out from under something moves by that: the obstacle stays the reason. One that has
    // not been seen elsewhere is only not known to be at rest: what was reported before overrides that.
    if (need.stable && !hasSettled(element, memory, frameTime)) {
        if (!memory.isLate || !need.press || !memory.hasMoved) return memory.obstacle ?? unsettled(memory);
        memory.isRestless = true;
    }
    if (need.inView && !pointOf(element)) {
        bringIntoView(element, 0);
        return { reason: "offscreen" };
    }
    memory.obstacle = obstacleOf(need.hit ? element : control, need, memory);
    const isLost = !memory.obstacle && need.hit && need.enabled && isLostInside(element, pointOf(element));
    return isLost ? { reason: "disabled" } : memory.obstacle;
}

// One selector looked at: `{ element, … }` where it is ready, `{ reason, … }` where it is not.
function examine(selector, need, memory, frameTime) {
    const found = matchesOf(selector);
    // What was handed in was there a moment ago: the page has replaced or removed it since.
    const isGone = found.length === 0 && selector.elements?.length > 0;
    if (isGone) return { found: selector.elements, visible: [], reason: "detached", isGone };
    const visible = found.filter(need.seen ? isSeen : need.byLabel ? isVisibleByLabel : isVisible);
    const eligible = possibleOf(selector, eligibleOf(selector, found, visible, need.hiddenToo), need);
    if (eligible.length > 1) return { found, visible, reason: "ambiguous" };
    if (eligible.length === 0) {
        return { found, visible, reason: found.length > 0 && visible.length === 0 ? "hidden" : "absent" };
    }
    const element = need.hit ? standInOf(eligible[0]) : eligible[0];
    const shortfall = shortfallOf(element, need, memory, frameTime);
    return { found, visible, ...(shortfall ?? { element }) };
}

// Waits until a target is ready for an action, then does what `prepare` says and answers with the element.
function awaitTarget(request, answer) {
    const { target, need, slice, prepare, isDrawn, isLate } = request;
    isHiddenOutside = request.isFrameHidden;
    const began = timeNow();
    const memories = target.alternatives.map(() => ({ isDrawn, isLate }));
    const log = { looks: 0, firstSeen: null, lastSeen: null };
    let nearest = { reason: "absent" }, before = null;
    const unfit = () => ({ ...told(nearest), ...log, ...(before && nearest.reason === "absent" && { before: told(before) }) });
    noteOf().disarm?.();
    const look = (frameTime) => {
        log.looks++;
        if (needs[need].unveiled || needs[need].seen) lookAnew();
        const states = target.alternatives.map((selector, i) => examine(selector, needs[need], memories[i], frameTime));
        if (states.some((state) => state.found.length > 0 && !state.isGone)) {
            log.lastSeen = timeNow() - began;
            log.firstSeen ??= log.lastSeen;
        }
        const ready = states.findIndex((state) => state.element);
        if (ready < 0) {
            nearest = nearestOf(states);
            if (nearest.found.length > 0) before = kept(nearest, before);
            return undefined;
        }
        // What a person sees first may not be all, and may not do yet what it is for.
        if (request.awaitsReading && isComing()) {
            nearest = { ...states[ready], element: undefined, reason: "moving", isUnproven: true };
            return undefined;
        }
        const prepared = preparations[prepare ?? "none"](states[ready].element, request);
        if (prepared.reason) {
            nearest = { ...states[ready], element: undefined, ...prepared };
            return undefined;
        }
        const { element } = states[ready];
        const point = needs[need].stable ? pointOf(element) : null;
        if (needs[need].press) guard(element, request.presses ?? 1);
        return {
            ...told(states[ready]), ...log, ...prepared,
            ...(point && { point, root: document.documentElement }), alternative: ready,
            ...(memories[ready].isRestless && { isRestless: true }),
        };
    };
    watch(slice, look, unfit, answer);
}
