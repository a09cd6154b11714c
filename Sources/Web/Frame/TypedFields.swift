import Basics
import HTML
import Papers

extension Visit {
    /// The fields of a form as they were sent, each with what is wrong with it: missing, too long, sent twice, of another kind.
    /// What was typed stays in them.
    func taken(_ fields: [FormField]) -> [FormField] {
        fields.map { field in
            var field = field
            let sent = form.all(field.name)
            field.value = sent.first?.trimmed.normalised ?? ""
            field.fault = sent.count > 1 ? say("填了两次，请核对。", "It came twice; check it.") : fault(of: field)
            return field
        }
    }

    private func fault(of field: FormField) -> String? {
        let text = field.value
        guard !text.isEmpty else { return field.isOptional ? nil : say("必填。", "This must be filled in.") }
        guard text.count <= field.longest else {
            return say(
                "最多\(field.longest)个字，现为\(text.count)个。",
                "At most \(field.longest) characters; this has \(text.count).")
        }
        switch field.kind {
        case .day:
            return typedDay(text) == nil
                ? say("不是日期，应写作 2026-05-31。", "No day of the calendar; write 2026-05-31.") : nil
        case .number: return typedCount(text) == nil ? say("应为整数。", "Write a whole number.") : nil
        case .choice(let options):
            return options.contains { $0.value == text } ? nil : say("请从所列中选择。", "Choose one of those listed.")
        case .text, .lines: return namesIdentity(text) ? noIdentityHere : nil
        default: return nil
        }
    }

    /// What is said of an identity number in a text that is for everybody who reads a motion: there are fields for it that
    /// are masked and can be erased.
    var noIdentityHere: String {
        say(
            "这里不能写身份证号：有权查看的人都看得到，而且留存不删。请删去；表单有“身份证号”栏的，填在那里。",
            "No identity numbers here: everybody who may look sees it, and it stays. Take it out; where a form has a field for it, it goes there."
        )
    }
}

extension [FormField] {
    /// Whether nothing is wrong with any of them.
    var areRight: Bool { allSatisfy { $0.fault == nil } }

    /// What stands in the field of that name; empty where there is none.
    func value(_ name: String) -> String { first { $0.name == name }?.value ?? "" }
}
