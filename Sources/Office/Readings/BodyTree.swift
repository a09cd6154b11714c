import Basics
import Registry

/// Living bodies under those that supervise them (隶属树), with what each comes to together with all below it.
package struct BodyTree: Sendable {
    /// One body of the tree.
    package struct Node: Sendable {
        /// The body.
        package let line: BodyLine
        /// Those it supervises, in the order of the lines.
        package let children: [Node]
        /// How many bodies there are with it and below it.
        package let bodies: Int
        /// Their approved heads, as far as they are known.
        package let approved: Int
        /// Of how many of them the approved heads are unknown.
        package let unknown: Int
        /// Their filled places.
        package let occupied: Int
        /// Steps to the lowest body below it.
        package let height: Int

        init(_ line: BodyLine, over children: [Node]) {
            self.line = line
            self.children = children
            bodies = children.reduce(1) { $0 + $1.bodies }
            approved = children.reduce(line.approved ?? 0) { $0 + $1.approved }
            unknown = children.reduce(line.approved == nil ? 1 : 0) { $0 + $1.unknown }
            occupied = children.reduce(line.occupied) { $0 + $1.occupied }
            height = children.reduce(0) { max($0, $1.height + 1) }
        }
    }

    /// The bodies that nobody among the lines supervises, in their order.
    package let roots: [Node]

    /// The tree of the living bodies among these lines. Where bodies supervise one another in a ring, the first of them
    /// in the order of the lines is a root.
    package init(of lines: [BodyLine]) {
        let living = lines.filter(\.isActive)
        let known = Set(living.map(\.id))
        var below: [Institution.ID: [BodyLine]] = [:]
        for line in living {
            if let above = line.supervisor, known.contains(above) { below[above, default: []].append(line) }
        }
        var placed: Set<Institution.ID> = []
        func node(_ line: BodyLine) -> Node {
            let children = (below[line.id] ?? []).filter { placed.insert($0.id).inserted }
            return Node(line, over: children.map(node))
        }
        var roots: [Node] = []
        for line in living where line.supervisor.map(known.contains) != true {
            placed.insert(line.id)
            roots.append(node(line))
        }
        for line in living where placed.insert(line.id).inserted { roots.append(node(line)) }
        self.roots = roots
    }

    /// The node of a body.
    package func node(of id: Institution.ID) -> Node? {
        var next = roots
        while let node = next.popLast() {
            if node.line.id == id { return node }
            next += node.children
        }
        return nil
    }

    /// Every node with its depth from 0, each before those below it: the rows of a list that is indented.
    package var rows: [(node: Node, depth: Int)] {
        var rows: [(node: Node, depth: Int)] = []
        var next = roots.reversed().map { (node: $0, depth: 0) }
        while let row = next.popLast() {
            rows.append(row)
            next += row.node.children.reversed().map { (node: $0, depth: row.depth + 1) }
        }
        return rows
    }
}
