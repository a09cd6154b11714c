import Basics
import Registry

/// At which age people retire (法定退休年龄), as dated data with their source: the age that was, and from which month on
/// it is put off by how much.
package struct RetirementRules: Hashable, Sendable {
    /// The rules, in the order in which they are asked.
    package let rules: [Rule]
    /// Whoever has so many months left or fewer is near retirement.
    package let near: Int

    /// Rules and how near is near, in months.
    package init(_ rules: [Rule], near: Int) {
        self.rules = rules
        self.near = near
    }

    /// The age of one group of people.
    package struct Rule: Hashable, Sendable {
        /// Of which sex.
        package let sex: Sex
        /// Of which statuses; of any when empty.
        package let statuses: [PersonStatus]
        /// The age in whole years (原法定退休年龄).
        package let age: Int
        /// How it is put off, where it is.
        package let delay: Delay?
        /// The documents that say so.
        package let document: String

        /// An age for a group of people.
        package init(sex: Sex, statuses: [PersonStatus] = [], age: Int, delay: Delay? = nil, document: String) {
            self.sex = sex
            self.statuses = statuses
            self.age = age
            self.delay = delay
            self.document = document
        }
    }

    /// An age put off step by step (渐进式延迟).
    package struct Delay: Hashable, Sendable {
        /// Whoever reaches the age in this month or later is put off.
        package let from: Month
        /// For every so many months begun, one month more.
        package let every: Int
        /// Up to this age in whole years.
        package let upTo: Int

        /// A way of putting off.
        package init(from: Month, every: Int, upTo: Int) {
            self.from = from
            self.every = every
            self.upTo = upTo
        }
    }

    /// Sex, as far as the age goes by it.
    package enum Sex: Sendable {
        /// Women.
        case female
        /// Men.
        case male
    }

    /// The month in which someone retires; nil when no rule is for them.
    package func retirement(born: Day, sex: Sex, status: PersonStatus) -> Month? {
        let rule = rules.first { $0.sex == sex && ($0.statuses.isEmpty || $0.statuses.contains(status)) }
        guard let rule else { return nil }
        let original = Month(of: born).advanced(by: rule.age * 12)
        guard let delay = rule.delay, original >= delay.from else { return original }
        let begun = (original.number - delay.from.number) / delay.every + 1
        return original.advanced(by: min(begun, (delay.upTo - rule.age) * 12))
    }
}

/// A month of the calendar, since retirement is counted in months.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Months since January of the year 0.
    package let number: Int

    /// The month of a day.
    package init(of day: Day) {
        let (year, month, _) = day.components
        number = year * 12 + month - 1
    }

    private init(number: Int) { self.number = number }

    /// So many months later.
    package func advanced(by months: Int) -> Month { Month(number: number + months) }

    /// Orders by time.
    package static func < (left: Month, right: Month) -> Bool { left.number < right.number }

    /// `yyyy-MM`.
    package var description: String { "\(number / 12)-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)" }
}
