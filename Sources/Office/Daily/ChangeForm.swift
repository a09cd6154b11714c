import Basics
import Registry

/// A form for changes of daily work (日常办理表单): what it asks, and what becomes of the answers.
package struct ChangeForm: Sendable {
    /// The stable code; stands in addresses, never in what people read.
    package let code: String
    /// Among which it is found.
    package let group: FormGroup
    /// What it is called. The Chinese is its name in a draft's text.
    package let name: Wording
    /// What it is for.
    package let purpose: Wording
    /// What it asks, in order.
    package let items: [FormItem]
    /// What the answers come to.
    let changes: @Sendable (inout Filling) -> [Change]

    init(
        _ code: String, _ group: FormGroup, _ name: Wording, for purpose: Wording, _ items: [FormItem],
        _ changes: @escaping @Sendable (inout Filling) -> [Change]
    ) {
        self.code = code
        self.group = group
        self.name = name
        self.purpose = purpose
        self.items = items
        self.changes = changes
    }

    /// Every form there is, in the order in which they are offered.
    ///
    /// Left out is what has a way of its own: rules and the competence table are adopted by their texts, and a breach is
    /// put up with only by an opening Act or a plan, where tolerances are also moved.
    package static let all: [ChangeForm] =
        headcountUseForms + peopleForms + bodyForms + attributeForms + ledgerForms + dutyForms + recordForms

    /// The form of that code.
    package static func form(_ code: String) -> ChangeForm? { byCode[code] }

    /// The form called that in either language.
    static func form(named name: String) -> ChangeForm? {
        all.first { $0.name.zh == name || $0.name.en == name || $0.code == name }
    }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    /// The item of that key.
    package func item(_ key: String) -> FormItem? { items.first { $0.key == key } }
}

/// What forms are grouped by (办理类别).
package enum FormGroup: String, CaseIterable, Sendable {
    /// To ask for heads, and to use them (用编).
    case headcountUse = "headcount-use"
    /// People (人员).
    case people = "people"
    /// Bodies (机构).
    case bodies = "bodies"
    /// What a body is (机构信息).
    case attributes = "attributes"
    /// The ledger (编制和职数).
    case ledger = "ledger"
    /// Duties and matters (职责和事项).
    case duties = "duties"
    /// What was recorded, and the rules gone by (更正和规则).
    case record = "record"

    /// What it is called.
    package var name: Wording {
        switch self {
        case .headcountUse: Wording(zh: "用编", en: "Headcount use")
        case .people: Wording(zh: "人员", en: "People")
        case .bodies: Wording(zh: "机构", en: "Bodies")
        case .attributes: Wording(zh: "机构信息", en: "Facts of a body")
        case .ledger: Wording(zh: "编制和职数", en: "Heads and posts")
        case .duties: Wording(zh: "职责和事项", en: "Duties and matters")
        case .record: Wording(zh: "更正和规则", en: "Corrections and rules")
        }
    }
}
