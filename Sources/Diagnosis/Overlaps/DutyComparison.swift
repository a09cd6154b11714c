import Basics
import Overlap
import Registry

/// The duties of a register made ready to be compared with one another (职责比对), by what they are about.
///
/// All texts weigh in at once, so this is no check that looks at what a change touched: it is made anew for a register
/// and costs milliseconds for a district.
package struct DutyComparison: Sendable {
    let duties: [DutyStatement]
    private let index: OverlapIndex
    private let ground: Ground
    /// The pairs as they are listed while nobody has settled any.
    private let listed: [OverlapPair]

    /// The duties of all living bodies, each as one statement; areas and departments as the register has them.
    package init(of register: Register, words: OverlapWords = OverlapWords()) {
        ground = Ground(of: register)
        var duties: [DutyStatement] = []
        for body in ground.bodies { duties += register.duties(of: body) }
        self.duties = duties
        index = words.index(of: duties.map(ground.statement), without: ground.names)
        listed = index.pairs()
    }

    /// The pairs likely to be one matter, best first. What is settled is not asked again: statements confirmed to be
    /// parts of one matter, and pairs that somebody found to be different.
    package func pairs(in register: Register, different: Set<DutyPair> = []) -> [LikelyPair] {
        let settled = different.union(DutyPair.confirmed(in: register))
        let places = Dictionary(uniqueKeysWithValues: duties.enumerated().map { ($0.element.id, $0.offset) })
        let known = settled.compactMap { pair -> StatementPair? in
            guard let one = places[pair.first], let other = places[pair.second] else { return nil }
            return StatementPair(one, other)
        }
        // Asked once more only where somebody answered: what stands behind a settled pair moves up.
        return (known.isEmpty ? listed : index.pairs(settled: Set(known))).map {
            LikelyPair(duties: DutyPair(duties[$0.statements.first].id, duties[$0.statements.second].id), overlap: $0)
        }
    }

    /// Names that say nothing in a duty of this district (区名、乡镇街道名): its own and its townships'.
    package static func placeNames(in register: Register) -> [String] { Ground(of: register).names }

    /// The department under which a statement's holder stands; a body of its own where it has none.
    func line(of place: Int) -> Int? { ground.statement(duties[place]).line }

    /// The listed pairs by place that are near enough for what one holds to be held by the other too.
    var nearest: [StatementPair] { listed.filter { $0.score >= DutyComparison.near }.map(\.statements) }

    /// In per mille. Of pairs labelled by hand (`Tests/OverlapTests/labels.tsv`) seven in ten from there on are one matter.
    private static let near = 210
}

/// What the comparison of duties goes by: words that mean the same, how usual words are, and where the list ends.
package struct OverlapWords: Sendable {
    /// Synonyms of the field, those of the office among them.
    package var thesaurus: Thesaurus
    /// How usual words are in public texts.
    package var background: Background
    /// Where the list of pairs ends.
    package var settings: OverlapSettings

    /// Nothing is known of words but what the statements themselves show.
    package init(
        thesaurus: Thesaurus = .none, background: Background = .none, settings: OverlapSettings = OverlapSettings()
    ) {
        self.thesaurus = thesaurus
        self.background = background
        self.settings = settings
    }

    func index(of statements: [OverlapStatement], without names: [String]) -> OverlapIndex {
        OverlapIndex(
            statements, thesaurus: thesaurus, background: background, without: names, settings: settings)
    }
}

/// Two statements, whichever is named first.
package struct DutyPair: Hashable, Comparable, Sendable {
    /// The one with the lower identifier.
    package let first: DutyStatement.ID
    /// The other.
    package let second: DutyStatement.ID

    /// The pair of two.
    package init(_ one: DutyStatement.ID, _ other: DutyStatement.ID) {
        (first, second) = one < other ? (one, other) : (other, one)
    }

    /// By the first, then the second.
    package static func < (left: Self, right: Self) -> Bool {
        left.first == right.first ? left.second < right.second : left.first < right.first
    }

    /// Pairs that are confirmed to be about one matter.
    static func confirmed(in register: Register) -> Set<DutyPair> {
        var pairs: Set<DutyPair> = []
        for matter in register.matters.values {
            let statements = matter.parts.map(\.statement)
            for (index, one) in statements.enumerated() {
                for other in statements[..<index] where other != one { pairs.insert(DutyPair(one, other)) }
            }
        }
        return pairs
    }
}

/// A pair of duties with why it is likely to be one matter.
package struct LikelyPair: Sendable {
    /// Which two.
    package let duties: DutyPair
    /// How likely, what they share and which synonyms joined them.
    package let overlap: OverlapPair
}
