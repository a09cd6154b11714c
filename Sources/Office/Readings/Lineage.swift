import Basics
import Registry

/// The bodies that one came out of and went into, as a graph in generations (承接关系图).
package struct Lineage: Sendable {
    /// A body in it.
    package struct Node: Sendable {
        /// Which.
        package let id: Institution.ID
        /// Its generation: 0 for the body itself, below for those it came out of, above for those it went into.
        package let generation: Int
    }

    /// A succession.
    package struct Edge: Sendable {
        /// The closed body, as its place in `nodes`.
        package let from: Int
        /// Its successor.
        package let to: Int
        /// By which Act.
        package let position: Int
        /// On which document.
        package let document: Citation
    }

    /// The bodies, generation by generation.
    package let nodes: [Node]
    /// The successions between them.
    package let edges: [Edge]

    /// The lineage of a body as a history has it. A body is in it once, in the generation nearest to the body.
    package init(of id: Institution.ID, in history: History) {
        var links: [(from: Institution.ID, to: Institution.ID, position: Int)] = []
        for body in history.latest.institutions.values {
            guard case .closed(let position, let successors) = body.status else { continue }
            for successor in successors { links.append((body.id, successor, position)) }
        }
        links.sort { ($0.position, $0.from, $0.to) < ($1.position, $1.from, $1.to) }
        var generations: [Institution.ID: Int] = [id: 0]
        for direction in [-1, 1] {
            var reached = [id]
            var generation = 0
            while !reached.isEmpty {
                generation += direction
                var next: [Institution.ID] = []
                for link in links {
                    let (near, far) = direction < 0 ? (link.to, link.from) : (link.from, link.to)
                    guard reached.contains(near), generations[far] == nil else { continue }
                    generations[far] = generation
                    next.append(far)
                }
                reached = next
            }
        }
        let nodes = generations.map { Node(id: $0.key, generation: $0.value) }
            .sorted { ($0.generation, $0.id) < ($1.generation, $1.id) }
        let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
        self.nodes = nodes
        edges = links.compactMap { link in
            guard let from = places[link.from], let to = places[link.to] else { return nil }
            return Edge(
                from: from, to: to, position: link.position,
                document: history.entries[link.position - 1].act.document.citation)
        }
    }
}
