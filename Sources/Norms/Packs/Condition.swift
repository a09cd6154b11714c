/// A condition of a clause (适用), with its place in the file.
package struct Condition: Hashable, Sendable {
    /// What must hold.
    package let test: Test
    /// Where it is written.
    package let position: SourcePosition

    /// A condition written at a place.
    package init(_ test: Test, at position: SourcePosition = .start) {
        self.test = test
        self.position = position
    }

    /// What can be asked of a body. A test of an unknown fact is unknown, unless it asks whether the fact is known.
    package indirect enum Test: Hashable, Sendable {
        /// All hold (均); true when empty.
        case all([Condition])
        /// At least one holds (任一); false when empty.
        case any([Condition])
        /// It does not hold (不).
        case not(Condition)
        /// A choice fact has one of these codes.
        case choice(Fact, [Int])
        /// A number fact is in the range.
        case number(Fact, NumberRange)
        /// The fact is known (已知).
        case known(Fact)
        /// The fact is unknown (未知).
        case unknown(Fact)
        /// A text has one of these parts (名称含, 职责含).
        case contains(Fact, [String])
        /// A text ends with one of these (名称尾).
        case ends(Fact, [String])
        /// The pack's definition of that name holds (是).
        case defined(String)
    }
}
