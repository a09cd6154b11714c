import Basics
import HashTreeCollections

/// Subjects of one kind by identifier, each behind a reference of its own.
///
/// A fork copies the nodes on the way to what it changes, and with a node all that lies in it. Bodies, people and duties are
/// large, and a plan that moves one person in six touches nearly every node: ten open plans of 300 steps on a county took
/// 99 MiB with the subjects in the nodes and take 83 MiB so (`script/bench rebase`).
package struct Subjects<Subject: Sendable>: Sendable {
    @usableFromInline
    final class Kept: Sendable {
        @usableFromInline let subject: Subject

        @usableFromInline
        init(_ subject: Subject) { self.subject = subject }
    }

    @usableFromInline var tree: TreeDictionary<Identifier<Subject>, Kept> = [:]

    /// No subject.
    init() {}

    /// The subject of that identifier.
    subscript(any id: Identifier<Subject>) -> Subject? {
        get { tree[id]?.subject }
        set { tree[id] = newValue.map(Kept.init) }
    }

    /// How many there are.
    @inlinable package var count: Int { tree.count }

    /// All identifiers, in no order of meaning.
    @inlinable package var keys: some Collection<Identifier<Subject>> { tree.keys }

    /// All subjects, in no order of meaning.
    @inlinable package var values: some Collection<Subject> { tree.values.lazy.map { $0.subject } }
}

// Each kind for itself, so that other rooms call what is made for it and not for any kind.

extension Subjects<Institution> {
    /// The body of that identifier, alive or closed.
    package internal(set) subscript(id: Institution.ID) -> Institution? {
        get { self[any: id] }
        set { self[any: id] = newValue }
    }

    /// Whether there is such a body and it is closed; asked at every movement, it copies nothing of the body.
    func isClosed(_ id: Institution.ID) -> Bool { tree[id].map { !$0.subject.isActive } ?? false }
}

extension Subjects<Person> {
    /// The person of that identifier.
    package internal(set) subscript(id: Person.ID) -> Person? {
        get { self[any: id] }
        set { self[any: id] = newValue }
    }
}

extension Subjects<DutyStatement> {
    /// The statement of that identifier.
    package internal(set) subscript(id: DutyStatement.ID) -> DutyStatement? {
        get { self[any: id] }
        set { self[any: id] = newValue }
    }
}

extension Subjects<Matter> {
    /// The matter of that identifier.
    package internal(set) subscript(id: Matter.ID) -> Matter? {
        get { self[any: id] }
        set { self[any: id] = newValue }
    }
}

extension Subjects: Sequence {
    /// Goes through all subjects with their identifiers, in no order of meaning.
    package struct Iterator: IteratorProtocol {
        @usableFromInline var tree: TreeDictionary<Identifier<Subject>, Kept>.Iterator

        @usableFromInline
        init(_ tree: TreeDictionary<Identifier<Subject>, Kept>.Iterator) { self.tree = tree }

        /// The next subject; nil after the last.
        @inlinable
        package mutating func next() -> (key: Identifier<Subject>, value: Subject)? {
            tree.next().map { ($0.key, $0.value.subject) }
        }
    }

    /// All subjects with their identifiers.
    @inlinable
    package func makeIterator() -> Iterator { Iterator(tree.makeIterator()) }
}
