import Basics
import Reform

/// A later wave that goes back for decision, as a text (后续波次送审件): which, when, and the digest of what it comes to now.
package struct WrittenWave: Hashable, Sendable {
    /// The position of the Act that decided the plan.
    package let position: Int
    /// The day the wave takes effect.
    package let day: Day
    /// The digest that reviewing it showed (`WaveReview.outcome.footprintDigest`).
    package let expected: Digest

    /// The next wave of the plan decided by the Act at a position.
    package init(of position: Int, on day: Day, expecting expected: Digest) {
        self.position = position
        self.day = day
        self.expected = expected
    }

    /// Reads it from YAML.
    package init(_ text: String) throws(UnreadablePlan) {
        let fields = try PlanFields(try composeYAML(text))
        try fields.allow(["wave of act", "effective", "expecting"])
        guard let position = try fields.number("wave of act") else { throw fields.missing("wave of act", fields.line) }
        guard let day = try fields.day("effective") else { throw fields.missing("effective", fields.line) }
        let written = try fields.required("expecting")
        guard let expected = Digest(hex: written) else {
            throw UnreadablePlan(
                line: fields.node("expecting")?.mark?.line, zh: "“\(written)”不是摘要，请照复核所示填写。",
                en: "“\(written)” is no digest; write the one that reviewing shows.")
        }
        self.init(of: position, on: day, expecting: expected)
    }

    /// Its text, the same for the same wave: what a motion is on.
    package var text: String { "后续波次: \(position)\n施行: \(day)\n摘要: \(quoted(expected.description))\n" }
}
