import CPageScripts
import WebDriver

/// The scripts that run in the page.
///
/// Each carries what it needs and keeps nothing of its own from call to call.
enum PageScript {
    /// Waits for a target: ``TargetRequest`` → ``TargetObservation``.
    static let awaitTarget = asynchronous(
        "awaitTarget",
        finding + [page_seen, page_reach, page_frames, page_guard, page_examine, page_prepare],
        tellsElements: true
    )
    /// Waits for conditions: ``ConditionsRequest`` → ``Judgement``.
    static let awaitConditions = asynchronous(
        "awaitConditions",
        finding + [page_seen, page_paint, page_judge]
    )
    /// Waits for what may be meant by a role or label: ``CandidatesRequest`` → ``SeenCandidates``.
    static let awaitCandidates = asynchronous(
        "awaitCandidates",
        finding + [page_roles, page_skipped, page_candidates],
        tellsElements: true
    )
    /// Waits until the document is loaded: ``LoadRequest`` → ``DocumentState``.
    static let awaitLoad = asynchronous("awaitLoad", [page_place, page_wait, page_look])
    /// Waits until the document is read: ``LoadRequest`` → ``DocumentState``.
    static let awaitReading = asynchronous("awaitReading", [page_place, page_wait, page_look])
    /// Waits until the document is loaded, and leaves guards as they are: ``LoadRequest`` → whether it is.
    static let awaitCompletion = asynchronous("awaitCompletion", [page_place, page_wait, page_look])
    /// Waits until the document can be drawn: ``LoadRequest`` → ``DocumentState``.
    static let awaitDrawing = asynchronous("awaitDrawing", [page_place, page_wait, page_look])
    /// Waits until a navigation takes the document away: ``LoadRequest`` → ``DocumentState``.
    static let awaitDeparture = asynchronous("awaitDeparture", [page_place, page_wait, page_look])
    /// Gives a field the focus to type at its end: `Element`.
    static let focusAtEnd = script(
        finding + [page_seen, page_reach, page_frames, page_guard, page_examine, page_prepare],
        "focusAtEnd(arguments[0]);"
    )
    /// Chooses an option of a list: `Element`.
    static let choose = script([page_place, page_fields], "choose(arguments[0]); return placeOf();")
    /// The address of the document, or of the one that could not be loaded, and its title: → `[String]`.
    static let name = script(
        [page_place],
        "return [arrivalOf(navigationOf()).address ?? location.href, titleNow()];"
    )
    /// Tells which document this is: → ``DocumentState``.
    static let lookAround = script([page_place, page_look], "return lookAround();")
    /// Whether a regular expression matches in a text: both → ``PatternMatch``.
    static let matches = script(
        [],
        """
        try { return { isMatch: new RegExp(arguments[1], "u").test(arguments[0]) }; } catch (error) {
        return { mistake: error.message }; }
        """
    )
    // Each of these gives the names of what may be meant: ``SuggestionRequest`` → `[NearName]`.

    /// Selectors near to one that did not match.
    static let near = script(
        finding + [page_roles, page_likeness, page_naming, page_near],
        harmless("near(arguments[0])", otherwise: "[]")
    )
    /// The selector where it matches in frames.
    static let inFrames = suggesting("inFrames(arguments[0])")
    /// The frames that can be seen.
    static let frames = suggesting("namedFrames(document).slice(0, 5).map(({ name }) => name)")
    /// The options that a list has in place of one: ``OptionsRequest`` → `String?`.
    static let options = script(
        finding + [page_likeness, page_naming, page_narrowed],
        harmless("optionsNear(arguments[0])", otherwise: "null")
    )
    /// What takes the click that a target lets through.
    static let below = suggesting("below(arguments[0])")
    /// What suits the action near to what does not.
    static let controls = suggesting("controlsNear(arguments[0])")
    /// A selector for each of several matches.
    static let narrowed = suggesting("narrowed(arguments[0])")
    /// The text that a quoted selector would match without the quotes: ``PageTarget`` → `String?`.
    static let unquoted = script(
        finding + [page_roles, page_likeness, page_naming, page_near],
        harmless("unquotedMatch(arguments[0])", otherwise: "null")
    )
    /// What has the role or label and is not in the accessibility tree: ``PageTarget`` → `SeenHidden?`.
    static let hidden = script(
        finding + [page_seen, page_roles],
        harmless("hiddenOf(arguments[0])", otherwise: "null")
    )
    /// What the page says of what went wrong: ``FlawsRequest`` → ``SeenFlaws``.
    static let flaws = script(
        finding + [page_flaws],
        harmless("flawsOf(arguments[0])", otherwise: "null")
    )
    /// The number of nodes outside closed shadow trees that the browser's own search for "<" finds, without those in
    /// frames of other origins, and how many such frames there are: → `OpenNodes`.
    static let openNodes = script(
        [page_place, page_find, page_drawn, page_texts],
        "const seen = { texts: [], nodes: 0, frames: 0, foreign: 0, closed: 0 }; readTree(document, seen, false);"
            + "return { nodes: seen.nodes, foreign: seen.foreign };"
    )
    /// Masks what a picture must not show: ``MaskRequest`` → the indices of targets that match nothing.
    static let mask = script(finding + [page_drawn, page_mask], "return mask(arguments[0]);")
    /// Takes the masks away: → whether there were any.
    static let unmask = script([page_place, page_find, page_mask], "return unmask();")
    /// What a picture may show as text: ``TextsRequest`` → ``SeenTexts``.
    static let texts = script(
        [page_place, page_find, page_drawn, page_texts],
        "return shownTexts(arguments[0]);"
    )
    /// Brings what failed into view for a picture: ``ShownRequest`` → ``SeenShown``.
    static let awaitShown = asynchronous("awaitShown", finding + [page_locate])
    /// Notes how all around a frame is scrolled: ``PageTarget`` → nothing.
    static let noteShown = script(finding + [page_locate], "noteShown(arguments[0]); return placeOf();")
    /// Where what was brought into view lies, with what covers it where that is asked for → ``SeenPlaces``.
    static let places = script(
        finding + [page_locate],
        "return { ...placesOfShown(arguments[0]), ...placeOf() };"
    )
    /// Where what lies over a frame at a point does: ``SeenPoint`` → ``SeenPlaces``.
    static let coverAt = script(
        finding + [page_locate],
        "const cover = coverAt(arguments[0]); return { ...(cover && { cover }), ...placeOf() };"
    )
    /// Draws frames into the top document's view: ``SeenPlaces`` → its size.
    static let drawFrames = script([page_locate], "return drawFrames(arguments[0]);")
    /// Takes them away.
    static let removeFrames = script([page_locate], "removeFrames(); return 0;")
    /// Scrolls back what was scrolled for a picture.
    static let putBack = script([page_locate], "putBack(); return 0;")
    /// The DOM: → ``PageSnapshot``.
    static let snapshot = script([page_place, page_find, page_snapshot], "return snapshot();")
    /// The value of a form field: element, the value that it was given → its value, the browser's form of it, `maxlength`.
    static let readField = asynchronous("readField", [page_place, page_wait, page_fields])
    /// Whether a box is checked: element → `Bool?`.
    static let readChecked = script([page_place, page_fields], "return checkedOf(arguments[0]);")

    /// Scrolls an element into view, through its frames: ``RevealRequest`` → where it lies in its frame.
    static let reveal = script(
        finding + [page_frames],
        "return { ...reveal(arguments[0]), ...placeOf() };"
    )
    /// Whether the pointer has come to an element since it was revealed.
    static let isReached = script(
        finding + [page_frames],
        "return { isReached: isReached(arguments[0]), ...placeOf() };"
    )

    private static var finding: [page_script] {
        [page_place, page_wait, page_find, page_state, page_areas, page_fields, page_matches]
    }

    private static func suggesting(_ suggestions: String) -> OwnScript {
        script(
            finding + [page_likeness, page_naming, page_narrowed],
            harmless("\(suggestions).map((written) => ({ written }))", otherwise: "[]")
        )
    }

    /// What an expression gives, or else where the page is made so that it throws: a failure is reported without it.
    ///
    /// A name that no file defines is our own mistake.
    private static func harmless(_ expression: String, otherwise: String) -> String {
        """
        try { return \(expression); } catch (error) {
        if (error instanceof ReferenceError) throw error; return \(otherwise); }
        """
    }

    private static func asynchronous(
        _ function: String,
        _ files: [page_script],
        tellsElements: Bool = false
    ) -> OwnScript {
        let end = "\(function)(arguments[0], arguments[arguments.length - 1]);"
        return OwnScript(end, source(files, end), isAsynchronous: true, tellsElements: tellsElements)
    }

    private static func script(
        _ files: [page_script],
        _ end: String,
        tellsElements: Bool = false
    ) -> OwnScript {
        OwnScript(end, source(files, end), isAsynchronous: false, tellsElements: tellsElements)
    }

    /// What keeps scripts in a world of their own (`world.js`).
    static let worldSource = code(of: page_world)

    /// The prefix of each script that runs in the page's own world (`untouched.js`).
    static let untouchedSource = code(of: page_untouched)

    private static func source(_ files: [page_script], _ end: String) -> String {
        files.map(code).joined() + end
    }

    /// A script without comment lines and indentation, which would go over the wire each time.
    private static func code(of file: page_script) -> String {
        String(decoding: UnsafeBufferPointer(start: file.bytes, count: Int(file.size)), as: UTF8.self)
            .split(separator: "\n")
            .map { $0.drop { $0 == " " } }
            .filter { !$0.hasPrefix("//") }
            .reduce(into: "") { $0 += $1 + "\n" }
    }
}
