import Basics

extension ScaleMeasure {
    /// The values it can have where it is a choice, in order; empty where it is a number.
    package var choices: [Int] {
        switch self {
        case .stage: Array(1...7)
        case .leadershipSystem: [1, 2]
        case .partyOrganisation: [0, 1, 2, 3]
        default: []
        }
    }

    /// The name of a value of a choice; nil for a number, and for a value that the choice does not have.
    package func name(of value: Int) -> Wording? {
        guard choices.contains(value) else { return nil }
        return switch self {
        case .stage: ScaleMeasure.stages[value - 1]
        case .leadershipSystem: ScaleMeasure.systems[value - 1]
        case .partyOrganisation: ScaleMeasure.organisations[value]
        default: nil
        }
    }

    /// A value as people say it: the name of a choice, else the number.
    package func said(_ value: Int) -> Wording { name(of: value) ?? Wording(zh: "\(value)", en: "\(value)") }

    private static let stages = [
        Wording(zh: "幼儿园", en: "kindergarten"), Wording(zh: "小学", en: "primary"), Wording(zh: "初中", en: "junior"),
        Wording(zh: "高中", en: "senior"), Wording(zh: "九年一贯制", en: "nine-year"),
        Wording(zh: "十二年一贯制", en: "twelve-year"), Wording(zh: "职高/中职", en: "vocational"),
    ]

    private static let systems = [
        Wording(zh: "党组织领导的负责制", en: "led by the Party organisation"),
        Wording(zh: "行政首长负责制", en: "led by the chief"),
    ]

    private static let organisations = [
        Wording(zh: "未设", en: "none"), Wording(zh: "党支部", en: "branch"), Wording(zh: "党总支", en: "general branch"),
        Wording(zh: "党委", en: "committee"),
    ]
}
