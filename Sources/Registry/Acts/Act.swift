import Basics

/// A decision as it enters the journal (决定): it cites a document and carries changes.
package struct Act: Hashable, Sendable {
    /// Sent again under the same identifier, a command has no second effect.
    package let command: Identifier<Act>
    /// What allows it.
    package let document: Document
    /// What kind of decision it is.
    package let basis: Basis
    /// The document of the reform it is part of: it may move what that reform has locked.
    package let reform: Citation?
    /// Who drafted it.
    package let drafter: Officer.ID
    /// Who decided it; never the drafter.
    package let deciders: [Officer.ID]
    /// Digests of the files it stands on.
    package let attachments: [Digest]
    /// The digest of the plan it carries out.
    package let plan: Digest?
    /// Digests of the rule data it was judged by.
    package let rules: [Digest]
    /// The digest of a reason that stands sealed beside the journal.
    package let reason: Digest?
    /// What changes, and when.
    package let changes: [DatedChange]

    /// What kind of decision an Act is.
    package enum Basis: UInt8, CaseIterable, Sendable {
        /// The office's baseline record (基线台账): begins a register, and may put up with its breaches.
        case opening = 1
        /// Daily work.
        case daily
        /// A decided plan of reform; may put up with an excess to be absorbed.
        case plan
        /// Undoes a decided plan or a part of it.
        case counter
        /// A correction of what was recorded.
        case correction

        /// Whether it may take back a change that never should have been.
        package var mayTakeBack: Bool { self == .correction || self == .counter }
    }

    /// An Act, not yet judged.
    package init(
        command: Identifier<Act>, document: Document, basis: Basis, reform: Citation? = nil, drafter: Officer.ID,
        deciders: [Officer.ID] = [], attachments: [Digest] = [], plan: Digest? = nil, rules: [Digest] = [],
        reason: Digest? = nil, changes: [DatedChange]
    ) {
        self.command = command
        self.document = document
        self.basis = basis
        self.reform = reform
        self.drafter = drafter
        self.deciders = deciders
        self.attachments = attachments
        self.plan = plan
        self.rules = rules
        self.reason = reason
        self.changes = changes
    }
}

/// A document (文件): many Acts may cite one, and it is the same by issuer, year and number.
package struct Document: Hashable, Sendable {
    /// What makes it one and the same.
    package let citation: Citation
    /// The digest of its title, which stands sealed beside the journal.
    package let title: Digest
    /// When it was decided.
    package let decided: Day

    /// A document.
    package init(citation: Citation, title: Digest, decided: Day) {
        self.citation = citation
        self.title = title
        self.decided = decided
    }
}

/// A user of the office as the journal knows one: by a random identifier.
package enum Officer {
    /// A random identifier; the name stands sealed beside the journal.
    package typealias ID = Identifier<Officer>
}

/// An Act in its place in the chain of a jurisdiction's journal.
package struct Entry: Hashable, Sendable {
    /// The version of the canonical encoding.
    package let format: UInt8
    /// The version of the judge that admitted it; `verify` applies the rules of that version.
    package let judge: UInt8
    /// By what its digest is made.
    package let algorithm: DigestAlgorithm
    /// The jurisdiction's division code, as 330702.
    package let jurisdiction: String
    /// Its position, from 1.
    package let position: Int
    /// When it was recorded; never earlier than the one before.
    package let recorded: Instant
    /// The digest of the entry before, or zeros.
    package let previous: Digest
    /// The decision.
    package let act: Act

    /// An entry of the present versions.
    package init(
        jurisdiction: String, position: Int, recorded: Instant, previous: Digest, act: Act,
        algorithm: DigestAlgorithm = .sha256
    ) {
        self.init(
            format: 1, judge: 1, algorithm: algorithm, jurisdiction: jurisdiction, position: position,
            recorded: recorded,
            previous: previous, act: act)
    }

    init(
        format: UInt8, judge: UInt8, algorithm: DigestAlgorithm, jurisdiction: String, position: Int, recorded: Instant,
        previous: Digest, act: Act
    ) {
        self.format = format
        self.judge = judge
        self.algorithm = algorithm
        self.jurisdiction = jurisdiction
        self.position = position
        self.recorded = recorded
        self.previous = previous
        self.act = act
    }
}

extension Instant {
    /// The moments an entry can be recorded at: the years 1900 to 2999.
    package static let recordable =
        Instant(milliseconds: -2_208_988_800_000)...Instant(milliseconds: 32_503_679_999_999)

    /// How far the offices' clocks are ahead of UTC, in milliseconds: China keeps one time.
    package static let officeLead: Int64 = 8 * 3_600_000

    /// The first moment of a day on the offices' clocks.
    package init(beginning day: Day) {
        self.init(milliseconds: Int64(day.number) * 86_400_000 - Instant.officeLead)
    }

    /// The day on the offices' clocks.
    package var officeDay: Day {
        let shifted = milliseconds + Instant.officeLead
        return Day(number: Int32(shifted >= 0 ? shifted / 86_400_000 : (shifted - 86_399_999) / 86_400_000))
    }
}
