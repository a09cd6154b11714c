import Basics
import Foundation
import Office
import Registry
import Storage

extension Bench {
    /// An Act of two hundred changes, judged and made durable.
    static func durableActs(in folder: String) throws {
        var desk = try desk("acts", in: folder)
        let day = Day(number: 18_412)
        var source = SeededSource(seed: 9)
        let bodies: [Institution.ID] = (0..<100).map { _ in Identifier(from: &source) }
        let drafter: Officer.ID = Identifier(from: &source)
        let title = try desk.journal.vault.seal("基线", as: .title, for: "339981")
        guard let citation = Citation("样编〔2020〕1号") else { return }
        let document = Document(citation: citation, title: title.digest, decided: day)
        var isFirst = true
        func record(_ changes: [Change], _ basis: Act.Basis, at milliseconds: Int64) throws {
            let act = Act(
                command: Identifier(from: &source), document: document, basis: basis, drafter: drafter,
                changes: changes.map { DatedChange(day, $0) })
            try desk.record(
                act, sealing: isFirst ? [title] : [], at: Instant(milliseconds: 1_600_000_000_000 + milliseconds))
            isFirst = false
        }
        try record(
            bodies.enumerated().flatMap { index, id -> [Change] in
                [
                    .establish(id, Profile(name: "第\(index)中心", type: .publicInstitution), origin: nil),
                    .move(.heads(.institutionFull), count: 500, from: .grant, to: .institution(id)),
                ]
            }, .opening, at: 0)
        let timing = try Timing(runs: 300) { run in
            let changes = (0..<200).map { index in
                Change.move(
                    .heads(.institutionFull), count: 1, from: .institution(bodies[(index + run) % 100]),
                    to: .institution(bodies[(index + run + 1) % 100]))
            }
            try record(changes, .daily, at: Int64(run + 1))
        }
        say("an Act of 200 changes, judged and durable (SQLite, synchronous FULL): \(timing.line)")
    }
}
