import Basics
import Foundation
import Registry
import Storage
import Testing

/// Sixty-four clients of three nodes fill the last free place of a body, while a fourth node moves the head all the time:
/// exactly one has it, and the others are told that it is taken.
///
/// Each node is a process with one `SharedDesk`, as a node is deployed.
@Suite(.onEachEngine, .serialized) struct ContentionTests {
    private static let rounds = 1000

    @Test func theLastFreePlace() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        let bodies: [Institution.ID] = (0..<Self.rounds).map { _ in desk.id() }
        let opening = try desk.submission(
            to: journal,
            bodies.enumerated().flatMap { number, body -> [Change] in
                [
                    .establish(body, Profile(name: "第\(number)中心", type: .publicInstitution), origin: nil),
                    .move(.heads(.institutionFull), count: 1, from: .grant, to: .institution(body)),
                ]
            })
        try journal.append(all: [opening])
        let nodes = try [22, 21, 21].enumerated().map { number, clients in
            try Writer(["contend", desk.address, desk.path("key"), "\(number + 1)", "\(clients)"])
        }
        let mover = try Writer(["move", desk.address, desk.path("key"), "9"])
        var winners = [0, 0, 0]
        for (round, body) in bodies.enumerated() {
            for node in nodes { try node.say("\(body)") }
            try mover.say("")
            let answers = try nodes.map { try $0.hear(round + 1)[round].split(separator: " ") }
            let won = answers.map { $0.count { $0 == "won" } }
            try #require(won.reduce(0, +) == 1, "round \(round): \(won) of 64 have the one place")
            let taken = answers.joined().count { $0 == "heads-over-balance" }
            try #require(taken == 63, "round \(round): \(Set(answers.joined()))")
            for (node, won) in won.enumerated() { winners[node] += won }
        }
        for node in nodes { _ = try node.ended() }
        let moved = try mover.ended()
        // No node was starved, and nothing unrelated was refused.
        #expect(winners.allSatisfy { $0 > 0 }, "\(winners)")
        #expect(moved.count { acknowledgement($0) != nil } == 4 * Self.rounds)
        let entries = try journal.entries(of: "330702")
        try expectKept(moved, in: entries)
        #expect(entries.count == 1 + Self.rounds + moved.count)
        let enrolled = entries.flatMap(\.act.changes).compactMap { dated -> Institution.ID? in
            if case .enrol(_, let place) = dated.change { place.institution } else { nil }
        }
        #expect(enrolled == bodies)
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }
}
