import Basics
import Registry
import Storage

/// The figures of all counties in a database, and of each (全域汇总).
package struct Figures: Sendable {
    /// Each county with its division code, in order, and the position of its journal that the figures are of.
    package let counties: [(jurisdiction: String, position: Int, summary: CountySummary)]
    /// How many of them had changed since they were last summed up, and were loaded for it.
    package let loaded: Int

    /// All together.
    package var total: CountySummary {
        var total = CountySummary()
        for county in counties { total.add(county.summary) }
        return total
    }
}

extension Journal {
    /// Sums up all counties. Only those whose head is not the one they were summed up at are loaded, one after another,
    /// and what they come to is kept.
    /// - Parameter anew: makes all summaries again.
    package func sumUp(
        anew: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(OfficeFailure) -> Figures {
        let kept = try storing { () throws(StorageFailure) in try summaries() }
        var counties: [(jurisdiction: String, position: Int, summary: CountySummary)] = []
        var loaded = 0
        for (index, county) in kept.enumerated() {
            progress(index, kept.count)
            if !anew, county.isCurrent, let summary = CountySummary(bytes: county.content) {
                counties.append((county.jurisdiction, county.head.position, summary))
                continue
            }
            loaded += 1
            let history = try Desk(self, jurisdiction: county.jurisdiction).history
            let summary = CountySummary(of: history.latest)
            try storing { () throws(StorageFailure) in
                try keepSummary(summary.bytes, of: county.jurisdiction, at: history.head)
            }
            counties.append((county.jurisdiction, history.position, summary))
        }
        return Figures(counties: counties, loaded: loaded)
    }
}
