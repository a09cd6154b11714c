import Basics
import Papers
import Storage

/// What was said of the tables of earlier workbooks, the last said first (记住的表头).
package struct TableMemory: Sendable {
    /// A table that was spoken of, with who did and when.
    package struct Item: Hashable, Sendable {
        /// What was said.
        package let table: RememberedTable
        /// By whom; empty where the name is not known any more.
        package let officer: String
        /// When.
        package let said: Instant
    }

    /// The last said of each layout.
    package private(set) var items: [Item]
    /// The blind token of a heading or a sheet's name.
    let token: @Sendable (String) -> Digest

    /// Nothing was ever said.
    package static let none = TableMemory(items: [], token: { Digest(sha256: Array($0.utf8)) })

    /// What is there, as if this had been said, too.
    func adding(_ table: RememberedTable) -> TableMemory {
        var memory = self
        memory.items.removeAll { $0.table.key == table.key }
        memory.items.insert(Item(table: table, officer: "", said: Instant(milliseconds: 0)), at: 0)
        return memory
    }

    /// What holds of a table with these headings on a sheet of that name, and which share of the headings of both it knows.
    ///
    /// Most of the headings must be the same. Of several that know as many, the one said of a sheet with this name holds;
    /// without one, they must agree. A whole table is left out only under the name it was left out by.
    func match(_ headings: Set<Digest>, height: Int, sheet: Digest) -> (item: Item, share: Double)? {
        let known = items.filter { $0.table.height == height }.map { item -> (item: Item, share: Double) in
            let own = Set(item.table.columns.map(\.heading))
            let both = own.intersection(headings).count
            return (item, Double(both) / Double(max(1, own.count + headings.count - both)))
        }
        guard let best = known.map(\.share).max(), best >= 0.75 else { return nil }
        let equal = known.filter { $0.share == best }
        if let own = equal.first(where: { $0.item.table.sheet == sheet }) { return own }
        let others = equal.filter { $0.item.table.meaning != .ignore }
        guard let first = others.first, others.allSatisfy({ $0.item.table.agrees(with: first.item.table) }) else {
            return nil
        }
        return first
    }
}

extension Desk {
    /// What was said of the tables of earlier workbooks.
    package func tableMemory() throws(OfficeFailure) -> TableMemory {
        let sayings = try storing { () throws(StorageFailure) in try journal.sayings(of: jurisdiction) }
        let (vault, place) = (journal.vault, jurisdiction)
        let names = sayings.isEmpty ? [:] : try officers()
        var last: [RememberedTable.Key: (number: Int, item: TableMemory.Item)] = [:]
        for saying in sayings {
            if let key = RememberedTable.forgottenKey(in: saying.text) { last[key] = nil }
            guard let table = RememberedTable(text: saying.text) else { continue }
            last[table.key] = (
                saying.number,
                TableMemory.Item(table: table, officer: names[saying.officer] ?? "", said: saying.recorded)
            )
        }
        return TableMemory(
            items: last.values.sorted { $0.number > $1.number }.map(\.item),
            token: { vault.token(.heading, $0, in: place).value })
    }
}
