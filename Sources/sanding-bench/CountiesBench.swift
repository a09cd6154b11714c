import Basics
import Foundation
import Office
import Registry
import Storage

extension Bench {
    /// Three thousand counties in one database: their figures summed up, again when ten have changed, and each touched in a
    /// process of its own that lets go what it has no room for.
    static func counties(in folder: String) throws {
        let path = "\(folder)/counties.sqlite"
        let country = try Country(at: path, counties: 3_000)
        var figures: Figures?
        let first = try Timing(runs: 1) { _ in figures = try country.journal.sumUp() }
        guard let figures, figures.loaded == 3_000 else { preconditionFailure("all are new") }
        say(
            "figures of 3000 counties (\(figures.total.people) people), never summed up: "
                + String(format: "%.1f s", first.median / 1000))
        for number in 0..<10 { try country.change(number * 7) }
        let again = try Timing(runs: 1) { _ in
            let loaded = try country.journal.sumUp().loaded
            precondition(loaded == 10)
        }
        say("figures of 3000 counties, ten of them changed: \(again.line)")
        let none = try Timing(runs: 5) { _ in
            let loaded = try country.journal.sumUp().loaded
            precondition(loaded == 0)
        }
        say("figures of 3000 counties, none of them changed: \(none.line)")
        try country.journal.close()
        try inItsOwnProcess(["--touch", path])
    }

    /// Touches every county twice, in an order of its own, and says how much memory that took at most.
    static func report(touching path: String) throws {
        let journal = try Journal(at: path, key: try MasterKey.load(at: path + ".key"))
        let counties = Counties(journal)
        var places = try journal.jurisdictions()
        var source = SeededSource(seed: 8)
        var people = 0
        for _ in 0..<2 {
            places.shuffle(using: &source)
            let touching = try Timing(runs: places.count) { run in
                people += try counties.desk(of: places[run]).register.register.people.count
            }
            say(
                "a county touched among \(places.count) (\(people / places.count) people seen so far for each, "
                    + "\(counties.loaded) loaded): \(touching.line)"
                    + String(format: "; %.0f MiB at most", peakMemory()))
        }
    }
}

/// Counties of twenty to sixty bodies and four hundred to twelve hundred people.
private struct Country {
    let journal: Journal
    private let title: SealedText
    private let personal: SealedText
    private let officer: Officer.ID
    private static let day = Day(number: 18_412)

    init(at path: String, counties: Int) throws {
        journal = try Journal(at: path, key: try MasterKey.create(at: path + ".key"), create: true)
        var source = SeededSource(seed: 3)
        officer = Identifier(from: &source)
        title = try journal.vault.seal("基线", as: .title, for: "100000")
        personal = try journal.vault.seal("某人", as: .personal, for: "100000")
        for number in 0..<counties {
            let size = 20 + number % 41
            try record(countyChanges(bodies: size, people: size * 20, personal: personal.digest), .opening, number)
        }
    }

    /// Some work of one day in a county.
    func change(_ number: Int) throws {
        try record([.move(.heads(.institutionFull), count: 1, from: .grant, to: .districtPool)], .daily, number)
    }

    private func record(_ changes: [Change], _ basis: Act.Basis, _ number: Int) throws {
        let place = "\(100_000 + number)"
        var history = History(folding: try journal.entries(of: place), of: place)
        guard let citation = Citation(issuer: "样编", year: 2020, number: history.position + 1) else { return }
        let (title, personal) = (title.moved(to: place), personal.moved(to: place))
        let act = Act(
            command: Identifier(high: UInt64(number), low: UInt64(history.position)),
            document: Document(citation: citation, title: title.digest, decided: Country.day), basis: basis,
            drafter: officer, changes: changes.map { DatedChange(Country.day, $0) })
        let admission = try history.judge(act, recorded: Instant(milliseconds: Int64(Country.day.number) * 86_400_000))
        history.accept(admission)
        try journal.append(all: [Submission(admission.entry, sealing: basis == .opening ? [title, personal] : [])])
    }
}

extension SealedText {
    /// The same in another place, where nobody opens it: a text of its own for each would measure the sealing.
    fileprivate func moved(to jurisdiction: String) -> SealedText {
        SealedText(jurisdiction: jurisdiction, digest: digest, kind: kind, box: box)
    }
}
