import Basics
import Registry

/// The history of a body (机构沿革): every Act that changed it, with the document behind it, and the bodies before and
/// after it.
package struct BodyHistory: Sendable {
    /// One Act.
    package struct Chapter: Sendable {
        /// The position of the Act.
        package let position: Int
        /// The document it cites.
        package let document: Citation
        /// What it changed of the body.
        package let lines: [ActContents.Line]
    }

    /// A body that this one came out of, or went into.
    package struct Kin: Sendable {
        /// Which.
        package let id: Institution.ID
        /// By which Act.
        package let position: Int
        /// On which document.
        package let document: Citation
    }

    /// The Acts, by the first day they changed it.
    package let chapters: [Chapter]
    /// The closed bodies it is a successor of (前身), directly or through others, the nearest first.
    package let predecessors: [Kin]
    /// The bodies that succeeded it (承接机构), directly or through others, the nearest first.
    package let successors: [Kin]

    /// The history of a body as a journal has it.
    package init(of id: Institution.ID, in history: History) {
        chapters = BodyHistory.chapters(in: history) { ActContents(of: $0, concerning: id, in: history) }
        let closings = history.latest.institutions.values.compactMap { body -> Closing? in
            guard case .closed(let position, let successors) = body.status else { return nil }
            return Closing(
                body: body.id, position: position, document: history.entries[position - 1].act.document.citation,
                successors: successors)
        }.sorted { ($0.position, $0.body) < ($1.position, $1.body) }
        var before: [Institution.ID: [Kin]] = [:]
        var after: [Institution.ID: [Kin]] = [:]
        for closing in closings {
            for successor in closing.successors {
                before[successor, default: []].append(
                    Kin(id: closing.body, position: closing.position, document: closing.document))
                after[closing.body, default: []].append(
                    Kin(id: successor, position: closing.position, document: closing.document))
            }
        }
        predecessors = kin(of: id, by: before)
        successors = kin(of: id, by: after)
    }

    /// The Acts that changed anything of a person.
    static func chapters(of person: Person.ID, in history: History) -> [Chapter] {
        chapters(in: history) { ActContents(of: $0, concerning: person, in: history) }
    }

    /// The Acts of which something is wanted, by the first day of that.
    private static func chapters(in history: History, _ contents: (Entry) -> ActContents) -> [Chapter] {
        history.entries.compactMap { entry in
            let lines = contents(entry).lines
            guard !lines.isEmpty else { return nil }
            return Chapter(position: entry.position, document: entry.act.document.citation, lines: lines)
        }.sorted { ($0.lines[0].day, $0.position) < ($1.lines[0].day, $1.position) }
    }

    private struct Closing {
        let body: Institution.ID
        let position: Int
        let document: Citation
        let successors: [Institution.ID]
    }
}

/// Everyone reached step by step, each once.
private func kin(of id: Institution.ID, by links: [Institution.ID: [BodyHistory.Kin]]) -> [BodyHistory.Kin] {
    var found: [BodyHistory.Kin] = []
    var seen: Set<Institution.ID> = [id]
    var next = links[id] ?? []
    while !next.isEmpty {
        let fresh = next.filter { seen.insert($0.id).inserted }
        found += fresh
        next = fresh.flatMap { links[$0.id] ?? [] }
    }
    return found
}
