import Basics
import Registry
import Storage

/// The entries behind the balances of one body or pool (编制账明细), oldest first.
package struct LedgerStatement: Sendable {
    /// One line of one entry.
    package struct Line: Sendable {
        /// The position of the Act.
        package let position: Int
        /// The day it takes effect.
        package let day: Day
        /// The document it cites.
        package let document: Citation
        /// What.
        package let commodity: Commodity
        /// How much more or less.
        package let amount: Int
        /// Where it came from or went.
        package let other: Holder?
        /// The balance after it.
        package let balance: Int
    }

    /// The lines.
    package let lines: [Line]

    /// The statement of a holder's account, as a history has it up to the end of a day.
    package init(of holder: Holder, in history: History, until day: Day) {
        var found: [(day: Day, position: Int, index: Int, lines: [LedgerLine], document: Citation)] = []
        for entry in history.entries {
            for (index, dated) in entry.act.changes.enumerated()
            where dated.day <= day && !history.isReversed(position: entry.position, index: index) {
                let lines = dated.change.lines
                guard lines.contains(where: { $0.account.holder == holder }) else { continue }
                found.append((dated.day, entry.position, index, lines, entry.act.document.citation))
            }
        }
        found.sort { ($0.day, $0.position, $0.index) < ($1.day, $1.position, $1.index) }
        var balances: [Commodity: Int] = [:]
        var statement: [Line] = []
        for entry in found {
            for line in entry.lines where line.account.holder == holder {
                let balance = (balances[line.account.commodity] ?? 0) + line.amount
                balances[line.account.commodity] = balance
                let other = entry.lines.first {
                    $0.account.commodity == line.account.commodity && $0.account.holder != holder
                }
                statement.append(
                    Line(
                        position: entry.position, day: entry.day, document: entry.document,
                        commodity: line.account.commodity, amount: line.amount, other: other?.account.holder,
                        balance: balance))
            }
        }
        lines = statement
    }
}
