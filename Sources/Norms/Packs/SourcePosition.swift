/// Where something stands in a pack's file, so that a fault can point at it.
package struct SourcePosition: Hashable, Comparable, Sendable {
    /// The line, from 1.
    package let line: Int
    /// The column, from 1.
    package let column: Int

    /// A place in a file.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The beginning of a file: for what is made in memory.
    package static let start = SourcePosition(line: 1, column: 1)

    /// In reading order.
    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
