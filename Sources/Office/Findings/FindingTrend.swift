import Basics
import Diagnosis
import Registry

/// How many findings there were (问题变化趋势): at the ends of past quarters, by what is known now, and today.
package struct FindingTrend: Sendable {
    /// One day.
    package struct Point: Hashable, Sendable {
        /// The day.
        package let day: Day
        /// How many findings its register has.
        package let total: Int
    }

    /// The days, the earliest first.
    package let points: [Point]

    /// Of the last quarters at whose ends there was a register, at most five, and of today.
    package init(on desk: Desk, today: Day) throws(OfficeFailure) {
        let first = desk.history.entries.flatMap(\.act.changes).lazy.map(\.day).min()
        var days: [Day] = []
        var (year, month, _) = today.components
        while days.count < 5 {
            // The last day of the quarter before.
            month = (month - 1) / 3 * 3
            if month == 0 { (year, month) = (year - 1, 12) }
            guard
                let next = month == 12
                    ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
            else { break }
            let end = next.advanced(by: -1)
            guard let first, end >= first else { break }
            days.append(end)
        }
        days.reverse()
        days.append(today)
        var points: [Point] = []
        var last: (day: Day, total: Int)?
        for day in days {
            // A day on which nothing took effect since has the same register, if not the same rules.
            if let last, !desk.history.takesEffect(after: last.day, through: day), desk.register.rules.isEmpty {
                points.append(Point(day: day, total: last.total))
                continue
            }
            let (register, thresholds) = try desk.view(on: day, today: today)
            let total = try desk.look(at: register, thresholds: thresholds).count
            points.append(Point(day: day, total: total))
            last = (day, total)
        }
        self.points = points
    }
}
