import CanaryModel

extension HTML {
    /// Writes all pictures of an attempt in order, each with its step; one opens large.
    mutating func strip(_ attempt: AttemptResult, group: String) {
        let steps = attempt.picturedSteps
        guard !steps.isEmpty else { return }
        element("section", ["class": "strip", "aria-label": "Screenshots", "data-group": group]) { html in
            for step in steps {
                html.element("figure", ["class": step.result.outcome.rawValue]) { html in
                    html.shot(step.result, caption: step.title)
                    html.element("figcaption") { html in
                        html.mark(step.result.outcome)
                        html.element("span", ["class": "name"], text: step.title.cut(to: 100))
                        html.element("span", ["class": "time"], text: step.result.duration.elapsed)
                    }
                }
            }
        }
    }

    /// Writes the picture of a step that did not pass, with what failed framed, beside the one of when it last did;
    /// where it never did, beside the one before it.
    mutating func comparison(_ step: StepResult, before: PlacedStep?) {
        guard step.screenshot != nil || step.lastGood != nil || before != nil else { return }
        element("div", ["class": "comparison"]) { html in
            if step.screenshot != nil {
                html.element("figure", ["class": "now"]) { html in
                    html.shot(step, caption: "\(step.name), at the failure")
                    html.element("figcaption", text: "At the failure" + step.legend)
                }
            }
            if let lastGood = step.lastGood {
                html.element("figure", ["class": "good"]) { html in
                    html.shot(lastGood.path, caption: "\(step.name), when it last passed")
                    html.element("figcaption", text: "When it last passed, \(lastGood.taken.words)")
                }
            }
            if step.lastGood == nil, let before {
                html.element("figure", ["class": "earlier"]) { html in
                    html.shot(before.result, caption: before.title)
                    html.element("figcaption", text: "Before it: \(before.title.cut(to: 100))")
                }
            }
        }
    }

    private mutating func shot(_ step: StepResult, caption: String) {
        guard let path = step.screenshot else { return }
        shot(
            path,
            caption: "\(caption) · \(step.duration.elapsed)",
            regions: [step.cover, step.region].compactMap(\.self).filter { !$0.isDrawn }
        )
    }

    private mutating func shot(_ path: String, caption: String, regions: [PictureRegion] = []) {
        element("button", ["type": "button", "class": "frame", "data-caption": caption.cut(to: 200)]) {
            html in
            html.picture(path, alternative: caption.cut(to: 200))
            for region in regions { html.frame(region) }
        }
    }

    /// A frame over a picture; numbers of an SVG, since the policy lets no style into the markup.
    private mutating func frame(_ region: PictureRegion) {
        let (width, height) = (Double(region.viewport.width), Double(region.viewport.height))
        guard width > 0, height > 0 else { return }
        let left = min(max(region.x, 0), width)
        let top = min(max(region.y, 0), height)
        let right = min(max(region.x + region.width, left), width)
        let bottom = min(max(region.y + region.height, top), height)
        guard right > left, bottom > top else { return }
        let attributes: Attributes = [
            "x": (left / width).percent, "y": (top / height).percent,
            "width": ((right - left) / width).percent, "height": ((bottom - top) / height).percent,
        ]
        element("svg", ["class": "region \(region.content.rawValue)", "aria-hidden": "true"]) { html in
            html.element("rect", attributes) { _ in }
        }
    }
}

extension StepResult {
    /// What is framed in its picture.
    fileprivate var legend: String {
        switch (region?.content, cover) {
        case (.element, _?): "; framed: the element, and with dashes what covers it"
        case (.element, nil): "; framed: the element"
        case (.cover, _), (nil, _?): "; framed: what covers the element"
        case (nil, nil): ""
        }
    }
}

extension Double {
    /// A fraction as a percentage with two decimals: `12.50%`.
    var percent: String {
        let hundredths = isFinite ? Int(clamped: Swift.min(Swift.max(self, 0), 1) * 10_000) : 0
        return "\(hundredths / 100).\(String(100 + hundredths % 100).dropFirst())%"
    }
}
