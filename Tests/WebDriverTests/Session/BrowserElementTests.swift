import TestSupport
import Testing

@testable import WebDriver

/// The commands for elements and input, against a real chromedriver and browser.
@Suite("Elements in a real browser", .serialized, .timeLimit(.minutes(13))) struct BrowserElementTests {
    @Test("finds elements and tells their state")
    func elements() async throws {
        try await withBrowserSession { session in
            try await session.open(
                #"""
                <body style="margin:0"><h1 id=top class="a b" style="color:rgb(255,0,0);width:200px;height:40px;margin:0">
                Hello <b>you</b></h1><input type=checkbox checked><button disabled>Go</button><a href="#x">A link here</a>
                <div id=host></div><p hidden>no</p>
                <script>host.attachShadow({mode: 'open'}).innerHTML = '<i id=s>one</i><i>two</i>'</script>
                """#
            )
            let heading = try await session.element("#top")
            #expect(try await session.send(.findElements(using: .xpath, "//h1")) == [heading])
            #expect(try await session.send(.findElements(using: .css, "#none")) == [])
            let bold = try await session.send(.findElement(in: heading, using: .tagName, "b"))
            #expect(try await session.send(.findElements(in: heading, using: .css, "*")) == [bold])
            let link = try await session.send(.findElement(using: .linkText, "A link here"))
            #expect(try await session.send(.findElement(using: .partialLinkText, "link")) == link)
            #expect(try await session.send(.getTagName(of: heading)) == "h1")
            #expect(try await session.send(.getText(of: heading)) == "Hello you")
            #expect(try await session.send(.getAttribute("class", of: heading)) == "a b")
            #expect(try await session.send(.getAttribute("none", of: heading)) == nil)
            #expect(try await session.send(Command<Int>.getProperty("childElementCount", of: heading)) == 1)
            #expect(try await session.send(.getCSSValue("color", of: heading)) == "rgba(255, 0, 0, 1)")
            #expect(try await session.send(.getRect(of: heading)) == Rect(x: 0, y: 0, width: 200, height: 40))
            #expect(try await session.send(.getComputedRole(of: heading)) == "heading")
            #expect(try await session.send(.getComputedLabel(of: heading)) == "Hello you")
            #expect(try await session.send(.isDisplayed(heading)))
            let hidden = try await session.element("p")
            #expect(try await !session.send(.isDisplayed(hidden)))
            let box = try await session.element("[type=checkbox]")
            #expect(try await session.send(.isSelected(box)))
            let button = try await session.element("button")
            #expect(try await !session.send(.isEnabled(button)))
            let host = try await session.element("#host")
            let root = try await session.send(.getShadowRoot(of: host))
            let inner = try await session.send(.findElement(in: root, using: .css, "#s"))
            #expect(try await session.send(.findElements(in: root, using: .css, "i")).first == inner)
            #expect(try await session.send(.getText(of: inner)) == "one")
        }
    }

    @Test("names what is wrong with an element")
    func elementFailures() async throws {
        try await withBrowserSession { session in
            try await session.open("<h1>a</h1>")
            let heading = try await session.element("h1")
            func code<R>(of command: Command<R>) async -> WebDriverError? {
                await #expect(throws: WebDriverError.self) { try await session.send(command) }
            }
            let missing = await code(of: .findElement(using: .css, "#none"))
            #expect(missing?.code == .noSuchElement)
            #expect(
                missing?.message
                    == ##"Unable to locate element: {"method":"css selector","selector":"#none"}"##
            )
            #expect(await code(of: .findElement(using: .css, "##"))?.code == .invalidSelector)
            #expect(await code(of: .getShadowRoot(of: heading))?.code == .noSuchShadowRoot)
            try await session.send(.refresh)
            let stale = await code(of: .getText(of: heading))
            #expect(stale?.isStale == true && stale?.isTransient == true)
        }
    }

    @Test("clicks, types and moves")
    func interaction() async throws {
        try await withBrowserSession { session in
            try await session.open(
                """
                <body style="height:3000px"><button onclick="this.textContent += '!'">Go</button><input value=Ann>
                """
            )
            let button = try await session.element("button")
            let input = try await session.element("input")
            try await session.send(.click(button))
            try await session.send(.performActions([.pointer([.move(to: button), .down(), .up()])]))
            #expect(try await session.send(.getText(of: button)) == "Go!!")
            try await session.send(.clear(input))
            try await session.send(.sendKeys("Bob", to: input))
            #expect(try await session.send(.getActiveElement) == input)
            try await session.send(
                .performActions([
                    .key([.down(.control), .down("a"), .up("a"), .up(.control), .down("x"), .up("x")])
                ])
            )
            #expect(try await session.send(Command<String>.getProperty("value", of: input)) == "x")
            try await session.send(.performActions([.key([.down(.shift)])]))
            try await session.send(.releaseActions)
            try await session.send(.sendKeys("y", to: input))
            #expect(try await session.send(Command<String>.getProperty("value", of: input)) == "xy")
            let wheel = WheelAction.scroll(x: 50, y: 50, deltaY: 400)
            try await session.send(
                .performActions([.wheel([wheel]), ActionSequence(id: "n", .none([.zero]))])
            )
            let scrolled = Command<Double>.executeAsync(
                "const done = arguments[0], look = () => scrollY ? done(scrollY) : requestAnimationFrame(look); look()"
            )
            #expect(try await session.send(scrolled) > 0)
            let outside = await #expect(throws: WebDriverError.self) {
                try await session.send(.performActions([.pointer([.move(x: 9000, y: 9000)])]))
            }
            #expect(outside?.code == .moveTargetOutOfBounds)
        }
    }
}
