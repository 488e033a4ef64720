import CanaryBrowser
import Foundation
import Testing

/// The colours of a picture at points, read by the browser: `#00aa00`; and its size.
func colors(
    of picture: Data,
    at points: [(x: Int, y: Int)],
    in page: Page
) async throws -> (colors: [String], size: String) {
    try await page.open(
        dataURL(
            """
            <title>reading</title><img src="data:image/png;base64,\(picture.base64EncodedString())"><script>
            onload = () => {
              const image = document.querySelector("img"), canvas = document.createElement("canvas");
              [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
              const context = canvas.getContext("2d");
              context.drawImage(image, 0, 0);
              const hex = (point) => "#" + [...context.getImageData(...point, 1, 1).data].slice(0, 3)
                .map((part) => part.toString(16).padStart(2, "0")).join("");
              document.body.innerHTML = "<p id=seen></p>";
              seen.textContent = [\(points.map { "[\($0.x),\($0.y)]" }.joined(separator: ","))].map(hex).join(" ")
                + " " + canvas.width + "x" + canvas.height;
            };
            </script>
            """
        ),
        until: within(.seconds(5))
    )
    let words = try await page.text("#seen").split(separator: " ").map(String.init)
    return (Array(words.dropLast()), try #require(words.last))
}
