import CanaryModel
import Foundation
import Testing

@testable import CanaryReport

@Suite("Pictures of an HTMLReport") struct PictureAssemblyTests {
    static func pieces(_ paths: [String]) -> [HTML.Piece] {
        var html = HTML()
        for path in paths { html.picture(path, alternative: "") }
        return html.ended()
    }

    /// Room for three links and `count` pictures in the place of links.
    static func room(for count: Int) -> Int {
        let picture = ReportPicture(path: "a.png", reference: "./a.png", id: "p1", alternative: "")
        let link = picture.linked.utf8.count
        return 3 * link + count * (picture.embeddedSize(SamplePicture.data()) - link)
    }

    @Test("pictures are embedded in their order while there is room, the others linked", arguments: 0...4)
    func budget(_ count: Int) {
        let assembly = PictureAssembly(
            Self.pieces(["a.png", "b.png", "c.png"]),
            limit: Self.room(for: count)
        ) {
            SamplePicture.data(of: $0)
        }
        let text = assembly.parts.joined()
        #expect(text.matches(of: /src="data:/).count == min(count, 3))
        #expect(text.matches(of: /src=".\/[abc].png"/).count == max(3 - count, 0))
        #expect(text.utf8.count <= Self.room(for: count))
        #expect((assembly.remark == nil) == (count >= 3))
    }

    @Test("a picture that is there twice is in the file once")
    func twice() {
        let text = PictureAssembly(Self.pieces(["a.png", "b.png", "a.png"]), limit: 10_000) {
            SamplePicture.data(of: $0)
        }.parts.joined()
        #expect(text.matches(of: /src="data:/).count == 2)
        #expect(text.contains("<img data-picture=\"p1\""))
    }

    @Test("pictures of the same bytes are in the file once, also where there is no room for others")
    func same() {
        let assembly = PictureAssembly(
            Self.pieces(["a.png", "b.png", "c.png"]),
            limit: Self.room(for: 1)
        ) {
            SamplePicture.data(of: $0 == "b.png" ? "b.png" : "a.png")
        }
        let text = assembly.parts.joined()
        #expect(text.matches(of: /src="data:/).count == 1)
        #expect(text.contains("<img id=\"p3\" data-picture=\"p1\""))
        #expect(assembly.remark?.contains("1 picture is") == true)
        #expect(text.utf8.count <= Self.room(for: 1))
    }

    @Test("what is gone, or is no PNG, is told", arguments: [nil, Data(), Data("<svg>".utf8)])
    func missing(_ data: Data?) {
        let assembly = PictureAssembly(Self.pieces(["a.png"]), limit: 10_000) { _ in data }
        #expect(assembly.parts.joined().contains("The picture a.png is gone."))
        #expect(assembly.remark == nil)
    }

    @Test("the whole file stays below the limit, and says what is not in it")
    func whole() {
        let data = HTMLReport.data(for: SampleRun.run, limit: 200_000) {
            SamplePicture.data(count: 30_000, of: $0)
        }
        let text = String(decoding: data, as: UTF8.self)
        #expect(data.count <= 200_000)
        #expect(data.count > 150_000)
        #expect(text.contains(/<p class="remark">\d+ pictures are not in this file/))
    }
}
