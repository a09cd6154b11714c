import HTML

/// By what a list is sorted, and which way, as the address says: a column's word, with a dash before it for the other way.
struct ListOrder<Column: RawRepresentable & Equatable & Sendable>: Sendable where Column.RawValue == String {
    let column: Column
    let isDescending: Bool

    /// Reads what stands in an address; nil where there is no such column.
    init?(_ text: String) {
        isDescending = text.hasPrefix("-")
        guard let column = Column(rawValue: isDescending ? String(text.dropFirst()) : text) else { return nil }
        self.column = column
    }

    /// What stands in an address.
    var text: String { (isDescending ? "-" : "") + column.rawValue }

    /// What the head of a column leads to: its order, and the other way round once it is.
    static func next(_ column: Column, after order: ListOrder?) -> String {
        (order?.isDescending(by: column) == false ? "-" : "") + column.rawValue
    }

    /// Which way the list is sorted by a column; nil where it is not.
    func isDescending(by column: Column) -> Bool? { self.column == column ? isDescending : nil }

    /// A list in this order. Numbers are sorted, which are light; what is equal keeps the order it came in, and what is unknown
    /// stands last either way.
    func sorted<Element>(_ list: [Element], by key: (Element) -> Int?) -> [Element] {
        let keys = list.map { element in key(element).map { isDescending ? -$0 : $0 } ?? .max }
        return list.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }.map { list[$0] }
    }

    /// Goes along with a filter.
    func write(into html: inout Markup) { html(.input, .type("hidden"), .name("sort"), .value(text)) }
}
