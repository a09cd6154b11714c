import Basics
import Testing

@Suite struct DayTests {
    static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// Leap years written out, so that no rule is trusted twice.
    static let leap: Set<Int> = Set(stride(from: 1904, through: 2096, by: 4))

    @Test func everyDayOfTwoCenturiesIsCounted() throws {
        // Counted by hand from the first of 1900, which is 25,567 days before 1970.
        var number: Int32 = -25_567
        for year in 1900...2100 {
            for month in 1...12 {
                let length = month == 2 && Self.leap.contains(year) ? 29 : Self.lengths[month - 1]
                for day in 1...length {
                    let made = try #require(Day(year: year, month: month, day: day))
                    #expect(made.number == number)
                    let parts = Day(number: number).components
                    #expect(parts.year == year && parts.month == month && parts.day == day)
                    number += 1
                }
                #expect(Day(year: year, month: month, day: length + 1) == nil)
                #expect(Day(year: year, month: month, day: 0) == nil)
            }
        }
        #expect(number == 47_847)  // 2101-01-01
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("2000-02-29", 11_016), ("2020-05-31", 18_413), ("1969-12-31", -1),
        ("9999-12-31", 2_932_896),
        ("0001-01-01", -719_162),
    ])
    func knownDaysReadAndWrite(text: String, number: Int) throws {
        let day = try #require(Day(iso: text))
        #expect(Int(day.number) == number)
        #expect(day.description == text)
    }

    @Test(arguments: [
        "2021-02-29", "1900-02-29", "2020-02-31", "2020-2-03", "2020-02-3", "20-02-03", "2020/02/03", "2020-02-03 ",
        "+020-02-03", "2020-00-10", "2020-13-10", "２０２０-02-03", "", "2020-02-03-04", "0000-01-01",
    ])
    func otherTextsAreNoDays(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func daysOrderAndMove() throws {
        let day = try #require(Day(iso: "2019-12-31"))
        #expect(day.advanced(by: 60).description == "2020-02-29")
        #expect(day.advanced(by: 61).description == "2020-03-01")
        #expect(day.advanced(by: -365).description == "2018-12-31")
        #expect(day < day.advanced(by: 1) && !(day < day))
    }
}
