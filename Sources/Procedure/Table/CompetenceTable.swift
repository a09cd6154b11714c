import Basics
import Norms

/// A competence table (审批权限表): who decides which change, and what must be there besides, by the clauses of a document.
///
/// Two tables are equal when the digests of their files are.
package struct CompetenceTable: Sendable {
    /// The code under which a jurisdiction adopts it: it has one table at a time.
    package static let code = "competence"

    /// The name shown to people (审批权限表).
    package let name: String
    /// Where it holds (地区); nil when it says nothing.
    package let region: String?
    /// The document it comes from (文件).
    package let document: PackDocument
    /// The first day it is in force (施行); nil when unknown (不详): then it is taken to have been in force always.
    package let from: Day?
    /// The last day it is in force (失效), if it has one.
    package let until: Day?
    /// How sure its text is (可信度).
    package let certainty: RulePack.Certainty
    /// Where it was found (来源).
    package let source: String?
    /// What a reader should know (说明).
    package let note: String?
    /// What a meeting of the commission needs to decide (会议); nil when the table says nothing of it.
    package let quorum: Quorum?
    /// Its rows (条款), in the order written: of those that fit a change, the first counts.
    package let rows: [CompetenceRow]
    /// The SHA-256 of its file.
    package let digest: Digest
    /// Where its own fields are written.
    package let positions: RulePack.Positions

    /// A table.
    package init(
        name: String, region: String? = nil, document: PackDocument = PackDocument(), from: Day?, until: Day? = nil,
        certainty: RulePack.Certainty = .inferred, source: String? = nil, note: String? = nil, quorum: Quorum? = nil,
        rows: [CompetenceRow], digest: Digest, positions: RulePack.Positions = RulePack.Positions()
    ) {
        self.name = name
        self.region = region
        self.document = document
        self.from = from
        self.until = until
        self.certainty = certainty
        self.source = source
        self.note = note
        self.quorum = quorum
        self.rows = rows
        self.digest = digest
        self.positions = positions
    }

    /// Whether it is in force on a day (施行至失效).
    package func isInForce(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

extension CompetenceTable: Hashable {
    /// By digest.
    package static func == (left: CompetenceTable, right: CompetenceTable) -> Bool { left.digest == right.digest }

    /// By digest.
    package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// What a meeting of the commission needs to decide (会议要求), in members.
package struct Quorum: Hashable, Sendable {
    /// How many members the commission has (成员); nil when the table doesn't say.
    package let members: Int?
    /// How many must be present at least (到会).
    package let present: Int
    /// How many must be in favour at least (赞成).
    package let inFavour: Int
    /// Where it is written.
    package let position: SourcePosition

    /// So many of so many.
    package init(members: Int?, present: Int, inFavour: Int, position: SourcePosition = .start) {
        self.members = members
        self.present = present
        self.inFavour = inFavour
        self.position = position
    }
}
