import CanaryBrowser
import CanaryModel
import Foundation
import TestSupport
import Testing

@Suite("Page snapshot", .timeLimit(.minutes(13))) struct PageSnapshotTests {
    static let secret = #"pa<ss & "wörd" 7"#

    @Test(
        "a secret is not to be read in a snapshot, however the page holds it",
        arguments: [
            "document.body.append(secret)",
            "document.body.append('x' + secret.slice(0, 3), element('b', secret.slice(3, 8)), secret.slice(8) + 'y')",
            "document.body.append(element('i', secret.slice(0, 5)), secret[5], element('u', element('s', secret.slice(6))))",
            "document.body.append(element('p', element('input', '', { value: secret, placeholder: secret })))",
            "document.body.append(element('textarea', secret), element('option', secret), element('a', '', { title: secret }))",
            "document.body.append(element('p', secret.replace(/ /g, '\\n       ')), element('p', secret.replace(/ /g, '\\u00a0')))",
            "document.body.append(element('a', 'x', { href: '/?q=' + encodeURIComponent(secret) }))",
            "document.body.append(element('style', `p::before { content: ${JSON.stringify(secret)} }`))",
            """
            const root = document.body.appendChild(element('div')).attachShadow({ mode: 'open' });
            root.append(secret.slice(0, 4), element('b', secret.slice(4)))
            """,
            """
            let inner = document;
            for (let depth = 0; depth < 4; depth++) {
                inner.body.append(element('p', secret), element('p', secret.slice(0, 4), element('b', secret.slice(4))));
                inner = inner.body.appendChild(inner.createElement('iframe')).contentDocument;
            }
            """,
        ]
    )
    func masked(script: String) async throws {
        let written = """
            const element = (name, ...content) => {
                const made = document.createElement(name);
                for (const part of content) {
                    if (typeof part === 'string' || part instanceof Node) made.append(part);
                    else for (const [key, value] of Object.entries(part)) made.setAttribute(key, value);
                }
                return made;
            };
            document.body.textContent = 'shown:';
            const secret = arguments[0];
            \(script);
            """
        try await withPage("/health") { page, _ in
            let html = try await page.snapshot(
                after: written,
                [.string(Self.secret)],
                redactor: Redactor(secrets: [Self.secret])
            )
            #expect(try await page.everything().contains("wörd"))
            try await page.open(try dataURL(html), until: within(.seconds(5)))
            let shown = try await page.everything()
            #expect(shown.contains("shown:") && shown.contains(Redactor.mask), "\(shown)")
            #expect(!shown.contains("wörd") && !shown.contains("pa<s") && !shown.contains("7"), "\(shown)")
        }
    }

    @Test(
        "a snapshot asks nothing of the network when it is opened, frames included, and keeps the page's styles"
    )
    func silent() async throws {
        try await RawServer.withServer(serve: { connection in
            while connection.readRequest() != nil {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            }
        }) { server in
            let script = """
                const url = arguments[0];
                const markup = `<img src="${url}/1"><img srcset="${url}/2 1x"><iframe src="${url}/3"></iframe>
                    <link rel=stylesheet href="${url}/4"><link rel=prefetch href="${url}/5"><link rel=icon href="${url}/6">
                    <link rel=preload as=image href="${url}/7"><link rel=preconnect href="${url}"><video src="${url}/8"
                    poster="${url}/9"></video><object data="${url}/10"></object><embed src="${url}/11">
                    <style>@import url(${url}/12); body { background: url(${url}/13) } @font-face { font-family: x;
                    src: url(${url}/14) } p { font-family: x; color: rgb(1, 2, 3) }</style><p>shown</p>
                    <svg><image href="${url}/15"/><use href="${url}/16#a"/></svg><input type=image src="${url}/17">
                    <audio src="${url}/19" autoplay></audio>
                    <div style="background: url(${url}/20)">x</div><track src="${url}/21">`;
                document.body.innerHTML = markup;
                document.body.append(Object.assign(document.createElement("iframe"), {srcdoc: markup}));
                document.head.append(Object.assign(document.createElement("base"), {href: url}));
                return new Promise((done) => setTimeout(done, 300));
                """
            try await withPage("/health") { page, _ in
                let html = try await page.snapshot(
                    after: script,
                    [.string(server.baseURL)],
                    redactor: Redactor(secrets: ["nowhere"])
                )
                let before = server.connectionCount
                #expect(before > 0)
                try await page.open(try dataURL(html), until: within(.seconds(5)))
                let look = Script(
                    source: """
                        const color = (body) => getComputedStyle(body.querySelector("p")).color;
                        const inner = [...document.querySelectorAll("iframe")].at(-1).contentDocument;
                        return new Promise((done) => setTimeout(() => done(
                            [color(document.body), color(inner.body), document.links.length].join()), 500));
                        """
                )
                let seen = try await page.run(look, until: within(.seconds(5)))
                #expect(seen == .string("rgb(1, 2, 3),rgb(1, 2, 3),0"))
                #expect(server.connectionCount == before, "\(server.requests.dropFirst(before))")
            }
        }
    }

    @Test("the rules of a style sheet that the page has loaded stand in a snapshot, in place of the link")
    func linkedStyles() async throws {
        let look = Script(
            source: "const style = getComputedStyle(document.body); return [style.font, style.color].join();"
        )
        try await withPage("/login") { page, _ in
            let original = try await page.run(look, until: within(.seconds(5)))
            let html = try await page.snapshot(after: "", redactor: Redactor(secrets: ["nowhere"]))
            #expect(html.contains(#"<link data-rel="stylesheet" data-href=""#))
            try await page.open(try dataURL(html), until: within(.seconds(5)))
            #expect(try await page.run(look, until: within(.seconds(5))) == original)
        }
    }

    @Test("what holds no secret stands in a snapshot as in the page")
    func unchanged() async throws {
        let script = #"""
            document.body.innerHTML = '<pre>\n\nx</pre><p title="&quot;\u0301&amp;amp;">a &lt;b&gt; &amp;amp; \u0301&lt;\u0301</p><br><div></div>'
                + '<select><option value="x&lt;">y<option>z</select><textarea></textarea><input type=checkbox><iframe></iframe>';
            const [area, box] = document.querySelectorAll('textarea, input');
            area.textContent = area.value = '\n</textarea><b>typed'; box.checked = true; document.querySelector('select').value = 'z';
            document.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<style>i { content: "<" }</style><i>shadow</i>';
            document.querySelector('iframe').contentDocument.body.innerHTML = '<p title="&quot;&amp;lt;">in &amp;lt;</p>';
            """#
        try await withPage("/health") { page, _ in
            let html = try await page.snapshot(after: script, redactor: Redactor(secrets: ["nowhere"]))
            let original = try await page.everything()
            #expect(original.contains("shadow") && original.contains("in &lt;") && original.contains("typed"))
            try await page.open(try dataURL(html), until: within(.seconds(5)))
            let copy = try await page.everything()
            #expect(copy == original, "\(copy)\n\(original)")
        }
    }
}

extension Page {
    /// The snapshot of the page after a script.
    fileprivate func snapshot(
        after script: String,
        _ arguments: [JSONValue] = [],
        redactor: Redactor
    ) async throws -> String {
        _ = try await run(Script(source: script, args: arguments), until: within(.seconds(5)))
        return try await snapshot(until: within(.seconds(5))).html(redactedBy: redactor)
    }

    /// All that stands in the body as text, as value and as attribute, in shadow trees and frames too.
    fileprivate func everything() async throws -> String {
        let source = """
            const read = (tree) => [tree.textContent.trimEnd(), ...[...tree.querySelectorAll('*')].flatMap((element) => [
                element.localName, element.value, element.checked, element.selected,
                ...[...element.attributes].filter(({ name }) => !/^(srcdoc|value|selected|checked)$/.test(name))
                    .flatMap(({ name, value }) => [name, value, decodeURIComponent(value)]),
                ...element.shadowRoot ? read(element.shadowRoot) : [],
                ...element.contentDocument ? read(element.contentDocument.body) : [],
            ])];
            return read(document.body).join('|');
            """
        let value = try await run(Script(source: source), until: within(.seconds(5)))
        guard case .string(let text) = value else { throw BrowserError(.script, "no text: \(value as Any)") }
        return text
    }
}
