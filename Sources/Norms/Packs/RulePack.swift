import Basics

/// A rule pack (规则包): the clauses of one document that decide establishments, with their dates.
///
/// Two packs are equal when the digests of their files are.
package struct RulePack: Sendable {
    /// The name shown to people (规则包).
    package let name: String
    /// The stable code that an adoption names (代码): `[a-z0-9-]+`.
    package let code: String
    /// Where it holds (地区); nil when it says nothing.
    package let region: String?
    /// Of which level its issuer is (层级): the lower stands before the higher.
    package let level: Level
    /// The document it comes from (文件).
    package let document: PackDocument
    /// The first day it is in force (施行); nil when unknown (不详): then it is taken to have been in force always.
    package let from: Day?
    /// The last day it is in force (失效), if it has one.
    package let until: Day?
    /// How sure its text is (可信度).
    package let certainty: Certainty
    /// Where it was found (来源).
    package let source: String?
    /// What a reader should know (说明).
    package let note: String?
    /// Named conditions (定义), in the order written.
    package let definitions: [Definition]
    /// Its clauses (条款), in the order written.
    package let clauses: [Clause]
    /// The SHA-256 of its file; of a changed copy, of the change as well.
    package let digest: Digest
    /// Where its own fields are written.
    package let positions: Positions

    /// A pack.
    package init(
        name: String, code: String, region: String? = nil, level: Level, document: PackDocument = PackDocument(),
        from: Day?, until: Day? = nil, certainty: Certainty = .inferred, source: String? = nil, note: String? = nil,
        definitions: [Definition] = [], clauses: [Clause], digest: Digest, positions: Positions = Positions()
    ) {
        self.name = name
        self.code = code
        self.region = region
        self.level = level
        self.document = document
        self.from = from
        self.until = until
        self.certainty = certainty
        self.source = source
        self.note = note
        self.definitions = definitions
        self.clauses = clauses
        self.digest = digest
        self.positions = positions
    }

    /// The level of a pack's issuer (层级), the highest first.
    package enum Level: UInt8, CaseIterable, Comparable, Sendable {
        /// The state (国家).
        case nation = 1
        /// A province (省).
        case province
        /// A city (市).
        case city
        /// A district or county (区县).
        case district

        /// The highest first.
        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// How sure the text of a pack is (可信度), the surest first.
    package enum Certainty: UInt8, CaseIterable, Sendable {
        /// The original text was seen (原文).
        case original = 1
        /// Quoted at second hand (转引).
        case quoted
        /// Inferred from what is said elsewhere (推断).
        case inferred
        /// A model, to be replaced by the office's own (样板).
        case model
    }

    /// Where the fields of the pack itself are written.
    package struct Positions: Sendable {
        /// The field of the day it comes into force.
        package var from = SourcePosition.start
        /// The field of its last day.
        package var until = SourcePosition.start
        /// The field of the day its document was issued.
        package var issued = SourcePosition.start
        /// The list of clauses.
        package var clauses = SourcePosition.start

        /// All at the beginning of the file.
        package init() {}
    }

    /// Whether it is in force on a day (施行至失效).
    package func isInForce(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

extension RulePack: Hashable {
    /// By digest.
    package static func == (left: RulePack, right: RulePack) -> Bool { left.digest == right.digest }

    /// By digest.
    package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// The document a pack comes from (文件).
package struct PackDocument: Hashable, Sendable {
    /// Its title (名称).
    package let title: String?
    /// Its number as written (文号): often known in part only, so it is a text.
    package let number: String?
    /// The day it was issued (印发).
    package let issued: Day?

    /// What is known of it.
    package init(title: String? = nil, number: String? = nil, issued: Day? = nil) {
        self.title = title
        self.number = number
        self.issued = issued
    }
}

/// A named condition of a pack (定义).
package struct Definition: Hashable, Sendable {
    /// What clauses call it.
    package let name: String
    /// What it means: all of these.
    package let conditions: [Condition]
    /// Where it is written.
    package let position: SourcePosition

    /// A name for conditions.
    package init(_ name: String, _ conditions: [Condition], position: SourcePosition = .start) {
        self.name = name
        self.conditions = conditions
        self.position = position
    }
}
