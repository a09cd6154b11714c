import Basics
import Office
import Registry

/// What is chosen by typing part of its name (选取类别). The codes stand in addresses.
enum Pick: String, CaseIterable {
    /// A living body.
    case bodies
    /// A closed body.
    case closedBodies = "closed-bodies"
    /// A body, a pool, the grant or what was returned.
    case holders
    /// A matter.
    case matters
    /// A duty.
    case duties
    /// A person.
    case people
    /// Heads or posts that are put aside.
    case reservations
}

/// One thing that may be meant by what was typed (备选).
struct Candidate {
    /// What stands in the field where it is chosen: its name where only one bears it, else with a mark that only it has.
    let value: String
    /// What it is called.
    let title: String
    /// What tells it from others of that name.
    let detail: String
    /// Whether it was found by a text that is just what was typed.
    var isWhole = false
    /// What other fields of the same form may then be filled with where they are empty, by key.
    var fills: [(key: String, value: String)] = []
}

extension FieldKind {
    /// What is chosen in such a field; nil where nothing is.
    var pick: Pick? {
        switch self {
        case .body, .bodies: .bodies
        case .closedBody: .closedBodies
        case .holder: .holders
        case .matter: .matters
        case .duty: .duties
        case .person: .people
        case .reservation: .reservations
        default: nil
        }
    }
}

/// What stands behind a name that others may bear, so that it means one thing: `#` and the first of its identifier's digits.
struct Mark {
    /// How many digits stand there where they are enough.
    private static let digits = 8

    /// The marks of some among all, each once: whole identifiers where others begin alike.
    static func of<Subject>(
        _ some: [Identifier<Subject>], among all: some Sequence<Identifier<Subject>>
    ) -> [Identifier<Subject>: String] {
        var shared: Set<Identifier<Subject>> = []
        for other in all {
            for id in some where id.high >> 32 == other.high >> 32 && id != other { shared.insert(id) }
        }
        return Dictionary(
            some.map { ($0, "#" + (shared.contains($0) ? $0.description : String($0.description.prefix(digits)))) },
            uniquingKeysWith: { $1 })
    }

    /// The mark of one among all.
    static func of<Subject>(
        _ id: Identifier<Subject>, among all: some Sequence<Identifier<Subject>>
    ) -> String { of([id], among: all)[id] ?? "#" + id.description }

    /// Which one a text means by the mark at its end; nil where it has none, or one of several.
    static func read<Subject>(
        _ text: String, among all: some Sequence<Identifier<Subject>>
    ) -> Identifier<Subject>? {
        guard let sign = text.lastIndex(of: "#") else { return nil }
        let written = text[text.index(after: sign)...]
        if let id = Identifier<Subject>(String(written)) { return all.contains(id) ? id : nil }
        guard written.utf8.count == digits, let value = UInt64(written, radix: 16), written.first != "+" else {
            return nil
        }
        let found = all.filter { $0.high >> 32 == value }
        return found.count == 1 ? found[0] : nil
    }
}
