import Basics
import Registry

/// What is wrong with what stands in a field (填报问题), and how to mend it.
package struct FieldProblem: Error, Hashable, Sendable {
    /// The form of the draft, from 0.
    package let form: Int
    /// The field; nil where it is the whole form.
    package let field: String?
    /// The stable code.
    package let code: String
    /// What is wrong and what to do.
    package let wording: Wording

    init(form: Int, field: String?, code: String, wording: Wording) {
        self.form = form
        self.field = field
        self.code = code
        self.wording = wording
    }
}

/// What is wrong with one answer, before it is known where it stands.
struct AnswerFault: Error {
    let code: String
    let wording: Wording

    init(_ code: String, zh: String, en: String) {
        self.code = code
        wording = Wording(zh: zh, en: en)
    }

    static let missing = AnswerFault("missing", zh: "必填。", en: "This must be filled in.")

    static func tooLong(_ count: Int, most: Int) -> AnswerFault {
        AnswerFault("too-long", zh: "最多\(most)个字，现为\(count)个。", en: "At most \(most) characters; this has \(count).")
    }

    static let badCharacters = AnswerFault(
        "bad-characters", zh: "含有不能用于此处的字符（如 < > 或控制字符），请删去。",
        en: "There are characters that can't stand here, such as < > or control characters; take them out.")

    static func noChoice(_ choices: [Wording]) -> AnswerFault {
        let some = choices.prefix(12)
        let more = choices.count > some.count
        return AnswerFault(
            "not-a-choice", zh: "请从所列中选择：\(some.map(\.zh).joined(separator: "、"))\(more ? "……" : "")。",
            en: "Choose one of: \(some.map(\.en).joined(separator: ", "))\(more ? " …" : "").")
    }

    /// Which ones is not said: not all of them may be the asker's to know. Where one is chosen, those that are theirs are
    /// listed.
    static func severalBodies(_ count: Int) -> AnswerFault {
        AnswerFault(
            "several-bodies", zh: "有\(count)个机构符合，请写全称，或从列出的机构中选择。",
            en: "\(count) bodies fit. Write the full name, or choose one of those listed.")
    }
}
