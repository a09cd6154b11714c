import Basics
import HTML
import Office
import Papers
import Registry

/// Of which day the register is looked at, and as known when (时点): both stand in the address of every page.
struct AsOf: Sendable {
    /// The day; nil for today.
    let day: Day?
    /// As known at the end of this day; nil for now.
    let known: Day?
    /// Today, on the offices' clocks.
    let today: Day
    /// The position of what was known.
    let position: Int
    /// The register of that day, as known then.
    let register: Register

    /// Whether it is the register of today as known now.
    var isPresent: Bool { day == nil && known == nil }

    /// The day it is of.
    var effectiveDay: Day { day ?? today }

    /// The fields of an address that keep looking at this.
    var query: [(name: String, value: String)] {
        (day.map { [("on", $0.description)] } ?? []) + (known.map { [("known", $0.description)] } ?? [])
    }

    /// A place in this house, looked at as of the same.
    func link(
        _ segments: [String], query: [(name: String, value: String)] = [], fragment: String? = nil
    ) -> Link {
        isPresent && query.isEmpty
            ? .path(segments, fragment: fragment) : .path(segments, query: query + self.query, fragment: fragment)
    }

    /// Today as known now.
    init(desk: SharedDesk, today: Day) {
        day = nil
        known = nil
        self.today = today
        position = desk.register.position
        register = desk.register(on: today)
    }

    /// A day as known now.
    init(on day: Day, desk: SharedDesk, today: Day) {
        self.day = day == today ? nil : day
        known = nil
        self.today = today
        position = desk.register.position
        register = desk.register(on: day)
    }

    /// What an address asks for; fails with what is wrong with it.
    init(_ query: Fields, desk: SharedDesk, today: Day) throws(OfficeFailure) {
        self.today = today
        guard !query.isRepeated("on"), !query.isRepeated("known") else {
            throw OfficeFailure(
                .input, "repeated-day", zh: "网址里有两个日期，不知道要看哪一天的台账。请只留一个，或从顶部重新选择日期。",
                en:
                    "The address has two days, and which register is meant can't be told. Leave one, or choose the day at the top."
            )
        }
        let day = try AsOf.day(query["on"])
        let known = try AsOf.day(query["known"])
        // Looked at on their own day, both are no question about the past.
        self.day = day == today ? nil : day
        self.known = known.map { $0 >= today } ?? true ? nil : known
        let head = desk.register.position
        position = self.known.map { desk.position(known: $0) } ?? head
        register = desk.register(on: self.day ?? today, known: position)
    }

    private static func day(_ text: String?) throws(OfficeFailure) -> Day? {
        guard let text else { return nil }
        guard let day = typedDay(text) else {
            throw OfficeFailure(
                .input, "bad-day", zh: "“\(text.prefix(40))”不是日期。请写成 2026-05-31、2026年5月31日或 20260531。",
                en: "“\(text.prefix(40))” is no date. Write it as 2026-05-31, 2026/5/31 or 20260531.")
        }
        return day
    }
}
