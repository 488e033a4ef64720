import CanaryBrowser
import CanaryModel
import Testing

@Suite("Halves of characters on a page") struct HalfCharacterTests {
    @Test("in its title, texts and values keep it from nothing")
    func halves() async throws {
        let html = """
            <h1></h1><input><p>Text</p><button onclick="this.textContent = 'done'">Go</button><script>
            const half = "cut \\ud83d";
            document.title = document.querySelector("h1").textContent = document.querySelector("input").value = half;
            document.querySelector("p").title = half;</script>
            """
        try await withHTML(html) { page in
            let deadline = within(.seconds(10))
            #expect(try await page.text("h1") == "cut \u{FFFD}")
            let title = Condition(.title(.equals("cut \u{FFFD}")), position: .test)
            try await page.expect([title], until: deadline)
            #expect(try await page.locator(.css("p")).attribute("title", until: deadline) == "cut \u{FFFD}")
            try await page.locator(.css("button")).click(until: deadline)
            try await page.expectText("button", "done")
            let value = Condition(.value(.css("input"), .contains("cut")), position: .test)
            try await page.expect([value], until: deadline)
            #expect(try await page.screenshot(until: deadline).count > 500)
            _ = try await page.snapshot(until: deadline)
        }
    }

    @Test("in what is told of an element keep it from nothing")
    func told() async throws {
        let html = """
            <a>1</a><a>2</a><script>
            for (const link of document.querySelectorAll("a")) link.setAttribute("aria-label", "cut \\ud83d");
            </script>
            """
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css("a")).click(until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.elements.first == "<a aria-label=\"cut \u{FFFD}\">1</a>")
        }
    }

    @Test(
        "in the title, or an image of that name, keep the page from telling where it is",
        arguments: [
            ("<script>document.title = 'cut \\ud83d'</script>", "cut \u{FFFD}"),
            ("<title>Shop</title><img name=title>", "Shop"),
        ]
    )
    func place(_ html: String, _ title: String) async throws {
        try await withHTML("\(html)<iframe srcdoc='<button>Go</button>'></iframe>") { page in
            // In a frame the last look tells nothing of the page around it.
            let button = page.locator(.css("button"), frame: [.css("iframe")])
            try await button.click(until: within(.seconds(5)))
            #expect(try await page.place(until: within(.seconds(5))).title == title)
            let condition = Condition(.title(.equals(title)), position: .test)
            try await page.expect([condition], until: within(.seconds(5)))
        }
    }
}
