import Basics

/// A pack's adoption by the office, as its own record has it: from which day it goes by which pack.
package struct Adoption: Hashable, Sendable {
    /// The code of the pack.
    package let code: String
    /// The first day the office goes by it.
    package let day: Day
    /// The pack; nil when its text is not to hand.
    package let pack: RulePack?
    /// The level of a pack whose text is not to hand, where it is known; else it is taken to stand before all others.
    package let level: RulePack.Level?

    /// The adoption of a pack.
    package init(_ pack: RulePack, on day: Day) {
        code = pack.code
        self.day = day
        self.pack = pack
        level = pack.level
    }

    /// The adoption of a pack whose text is not to hand.
    package init(missing code: String, level: RulePack.Level? = nil, on day: Day) {
        self.code = code
        self.day = day
        pack = nil
        self.level = level
    }
}

/// The packs that are adopted and in force on a day, in the order in which they are asked.
///
/// A value of one word; two rulebooks are equal when their digests are.
package struct Rulebook: Hashable, Sendable {
    let contents: RulebookContents

    /// The rules of a day.
    ///
    /// Of several adoptions of one code the latest that is not after the day counts; a pack that is not in force on the day
    /// is left out. The district's packs come first, then the city's and so on; of one level the one in force later
    /// comes first, then by code. A missing text comes before the packs of its level, and before all where its level
    /// is unknown.
    package init(_ adoptions: [Adoption], on day: Day) {
        contents = RulebookContents(adoptions, on: day)
    }

    /// The day.
    package var day: Day { contents.day }

    /// The packs, in the order in which they are asked.
    package var packs: [RulePack] { contents.packs }

    /// The first day the office goes by each of `packs`.
    package var adoptionDays: [Day] { contents.adoptionDays }

    /// Adopted packs whose text is not to hand.
    package var missing: [Adoption] { contents.missing }

    /// The items that some pack decides, in order; all items when a text is missing, since it might decide any.
    package var items: [NormItem] { contents.items }

    /// The facts that the packs ask for.
    package var facts: FactSet { contents.facts }

    /// The SHA-256 over day, adoptions and the digests of the packs: what an Act notes that was judged by it.
    package var digest: Digest { contents.digest }

    /// The same packs with one exchanged for a changed copy of it; a pack of another code changes nothing.
    package func replacing(_ pack: RulePack) -> Rulebook {
        Rulebook(
            zip(packs, adoptionDays).map { Adoption($0.code == pack.code ? pack : $0, on: $1) } + missing, on: day)
    }

    /// Whether their digests are equal.
    package static func == (left: Rulebook, right: Rulebook) -> Bool {
        left.contents === right.contents || left.digest == right.digest
    }

    /// By digest.
    package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
