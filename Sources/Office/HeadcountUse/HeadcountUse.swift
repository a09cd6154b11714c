import Basics
import Procedure
import Registry

/// Heads of a body that may be filled by a notice (用编): how many were approved, how many are used, until when.
package struct HeadcountUse: Hashable, Sendable {
    /// What is put aside for it.
    package let id: Reservation.ID
    /// Whose.
    package let body: Institution.ID
    /// Of which kind.
    package let kind: EstablishmentKind
    /// How many were approved (批准数).
    package let approved: Int
    /// Who came onto the establishment by it, and how (已用).
    package let uses: [Use]
    /// The last day on which it can be used.
    package let lastDay: Day
    /// The day from which it could be.
    package let day: Day
    /// The document that approved it: that of its notice.
    package let document: Document
    /// The position of the Act that approved it.
    package let position: Int
    /// Which of the uses that Act approved it is, from 1.
    package let item: Int
    /// What has become of it.
    package let state: State

    /// Heads used at once.
    package struct Use: Hashable, Sendable {
        /// The position of the Act.
        package let position: Int
        /// The day.
        package let day: Day
        /// How many.
        package let count: Int
        /// Who came; nil where no enrolment goes with it.
        package let person: Person.ID?
    }

    /// What has become of a use.
    package enum State: String, CaseIterable, Sendable {
        /// There is something left to use.
        case open = "open"
        /// Its last day has passed, and the daily run has not ended it yet.
        case overdue = "overdue"
        /// All of it was used.
        case usedUp = "used-up"
        /// What was left was given up.
        case givenUp = "given-up"
        /// What was left has lapsed.
        case lapsed = "lapsed"

        /// What it is called.
        package var name: Wording {
            switch self {
            case .open: Wording(zh: "使用中", en: "in use")
            case .overdue: Wording(zh: "已到期，待失效", en: "overdue")
            case .usedUp: Wording(zh: "已用完", en: "used up")
            case .givenUp: Wording(zh: "已取消", en: "given up")
            case .lapsed: Wording(zh: "已失效", en: "lapsed")
            }
        }
    }

    /// How many are used.
    package var used: Int { uses.reduce(0) { $0 + $1.count } }

    /// How many were not, whether they still can be or not.
    package var left: Int { approved - used }

    /// Whether it can still be used.
    package var isOpen: Bool { state == .open }
}

extension Desk {
    /// Every use of heads that was approved, the latest first, as it stands on a day.
    package func headcountUses(on day: Day) -> [HeadcountUse] {
        var opened: [Reservation.ID: (reservation: Reservation, day: Day, position: Int, item: Int)] = [:]
        var uses: [Reservation.ID: [HeadcountUse.Use]] = [:]
        var ended: [Reservation.ID: HeadcountUse.State] = [:]
        for entry in history.entries {
            var item = 0
            let changes = entry.act.changes
            for (index, dated) in changes.enumerated()
            where dated.day <= day && !history.isReversed(position: entry.position, index: index) {
                switch dated.change {
                case .reserve(let reservation) where reservation.isHeadcountUse:
                    item += 1
                    opened[reservation.id] = (reservation, dated.day, entry.position, item)
                case .settle(let id, let count):
                    var person: Person.ID?
                    if index + 1 < changes.count, case .enrol(let enrolled, _) = changes[index + 1].change {
                        person = enrolled
                    }
                    uses[id, default: []].append(
                        HeadcountUse.Use(position: entry.position, day: dated.day, count: count, person: person))
                case .void(let id): ended[id] = .givenUp
                case .expire(let id): ended[id] = .lapsed
                default: break
                }
            }
        }
        return opened.values.compactMap { opened in
            let reservation = opened.reservation
            guard let body = reservation.account.holder.institution,
                case .heads(let kind) = reservation.account.commodity
            else { return nil }
            let used = uses[reservation.id] ?? []
            let isUsedUp = used.reduce(0) { $0 + $1.count } >= reservation.count
            let state = ended[reservation.id] ?? (isUsedUp ? .usedUp : reservation.lastDay < day ? .overdue : .open)
            return HeadcountUse(
                id: reservation.id, body: body, kind: kind, approved: reservation.count, uses: used,
                lastDay: reservation.lastDay, day: opened.day,
                document: history.entries[opened.position - 1].act.document, position: opened.position,
                item: opened.item, state: state)
        }.sorted { ($1.position, $0.item) < ($0.position, $1.item) }
    }
}

extension Reservation {
    fileprivate var isHeadcountUse: Bool { purpose == .headcountUse && account.holder.institution != nil }
}
