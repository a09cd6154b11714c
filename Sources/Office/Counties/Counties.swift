import Basics
import Registry
import Storage
import Synchronization

/// The desks of many counties in one process (多区划共用): each is loaded when it is first touched, and let go when others are
/// touched and memory is short.
///
/// Whoever still works at a desk that was let go works on: it and the desk that is loaded next are like two nodes on one
/// database.
package final class Counties: Sendable {
    private let journal: Journal
    private let budget: Int
    private let state = Mutex(State())

    private struct State {
        var desks: [String: (desk: SharedDesk, weight: Int, touched: Int)] = [:]
        var touches = 0
        var weight = 0

        mutating func touch(_ jurisdiction: String) -> SharedDesk? {
            touches += 1
            desks[jurisdiction]?.touched = touches
            return desks[jurisdiction]?.desk
        }

        /// Lets the desk go that was touched longest ago.
        mutating func letGo() {
            guard let oldest = desks.min(by: { $0.value.touched < $1.value.touched }) else { return }
            weight -= oldest.value.weight
            desks[oldest.key] = nil
        }
    }

    /// Desks of one database.
    /// - Parameter budget: how many changes the journals of the loaded counties may have together. A county takes about
    ///   one KiB for each (`script/bench counties`), so that a million changes are a GiB.
    package init(_ journal: Journal, budget: Int = 1_200_000) {
        self.journal = journal
        self.budget = budget
    }

    /// The desk of a county, loaded if need be.
    package func desk(of jurisdiction: String) throws(OfficeFailure) -> SharedDesk {
        if let known = state.withLock({ $0.touch(jurisdiction) }) { return known }
        // Loading takes a while, in which others may be served; if two load the same, the first one's stays.
        let loaded = try SharedDesk(journal, jurisdiction: jurisdiction)
        let weight = loaded.weight
        return state.withLock { state in
            if let known = state.touch(jurisdiction) { return known }
            state.desks[jurisdiction] = (loaded, weight, state.touches)
            state.weight += weight
            while state.weight > budget, state.desks.count > 1 { state.letGo() }
            return loaded
        }
    }

    /// How many counties are loaded.
    package var loaded: Int { state.withLock { $0.desks.count } }
}
