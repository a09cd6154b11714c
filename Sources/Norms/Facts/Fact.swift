import Basics
import Registry

/// What a rule can ask of a body (事实).
package enum Fact: UInt8, CaseIterable, Comparable, Sendable {
    // Choices
    /// What kind of body it is (机构类型): codes of `InstitutionType`.
    case type
    /// Its rank (规格): codes of `Rank`.
    case rank
    /// Its class (类别): codes of `InstitutionCategory`.
    case category
    /// How it is paid for (经费形式): codes of `Funding`.
    case funding
    /// School stage (学段): the codes of `ScaleMeasure.stage`.
    case stage
    /// Who leads (领导体制): 1 under the Party organisation's leadership (党组织领导的负责制), 2 the chief (行政首长负责制).
    case leadershipSystem
    /// Its Party organisation (党组织形式): 0 none (未设), 1 branch (党支部), 2 general branch (党总支), 3 committee (党委).
    case partyOrganisation
    /// What kind of body supervises it (主管部门类型): codes of `InstitutionType`.
    case supervisorType

    // Numbers
    /// Approved heads of all kinds (编制数).
    case heads
    /// Approved administrative heads (行政编制).
    case administrativeHeads
    /// Approved heads for political and legal affairs (政法专项编制).
    case politicalLegalHeads
    /// Approved fully funded institution heads (全额事业编制).
    case fullHeads
    /// Approved partly funded institution heads (差额事业编制).
    case partialHeads
    /// Approved self-funded institution heads (自收自支事业编制).
    case selfFundedHeads
    /// Approved worker heads (工勤编制).
    case workerHeads
    /// Places filled (实有数).
    case occupied
    /// Internal units (内设机构数).
    case internalUnits
    /// Heads of one internal unit (内设机构编制): the register keeps none, the caller gives it.
    case unitHeads
    /// Classes (班级数).
    case classes
    /// Pupils (学生数).
    case pupils
    /// Beds (床位数).
    case beds
    /// People served (服务人口).
    case population
    /// Yearly income in 万元 (年收入).
    case income
    /// Yearly income from business in 万元 (经营收入).
    case businessIncome
    /// Bodies it supervises (所属机构数).
    case subordinates
    /// Duties on file (职责条数).
    case duties

    // Texts
    /// Its full name (名称).
    case name
    /// The texts of its duties (职责).
    case dutyTexts

    /// What kind of value a fact has.
    package enum Kind: Sendable {
        /// One of a list, by code.
        case choice
        /// A whole number, not negative.
        case number
        /// A text, or several.
        case text
    }

    /// What kind of value it has.
    package var kind: Kind {
        if self <= .supervisorType { .choice } else if self >= .name { .text } else { .number }
    }

    /// The order in which facts are named.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Some of the facts, in a machine word: a verdict of each of many bodies carries one.
package struct FactSet: Hashable, Sendable {
    private var bits: UInt64 = 0

    /// None.
    package init() {}

    /// These.
    package init(_ facts: some Sequence<Fact>) { for fact in facts { insert(fact) } }

    /// Every fact there is.
    package static let all = FactSet(Fact.allCases)

    /// Whether none is in it.
    package var isEmpty: Bool { bits == 0 }

    /// Whether a fact is in it.
    package func contains(_ fact: Fact) -> Bool { bits & (1 << UInt64(fact.rawValue)) != 0 }

    /// Adds a fact.
    package mutating func insert(_ fact: Fact) { bits |= 1 << UInt64(fact.rawValue) }

    /// Adds all of another.
    package mutating func formUnion(_ other: FactSet) { bits |= other.bits }

    /// Its facts in their fixed order.
    package var facts: [Fact] { Fact.allCases.filter(contains) }
}
