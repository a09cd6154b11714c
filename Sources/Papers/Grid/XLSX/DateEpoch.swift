import Basics

/// The day a workbook counts its dates from.
enum DateEpoch {
    /// 1 is 1900-01-01, and 60 a 29 February 1900 that never was, kept by Excel for Lotus's sake.
    case of1900
    /// 0 is 1904-01-01; old workbooks from the Macintosh.
    case of1904

    /// The day of a serial number with its time of day dropped, or nil where the calendar has no such day:
    /// a time alone, the false leap day, or beyond 9999-12-31.
    func day(serial: Double) -> Day? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let whole = Int32(serial)
        switch self {
        case .of1904:
            // 0 is both midnight of no day and 1904-01-01; a whole 0 is far more often an empty time.
            return whole > 0 && whole <= 2_957_003 ? Day(number: whole - 24_107) : nil
        case .of1900:
            if whole < 1 || whole == 60 { return nil }
            // 25,569 stands for 1970-01-01. Before the false leap day the count is one behind.
            return Day(number: whole < 60 ? whole - 25_568 : whole - 25_569)
        }
    }

    /// The serial number of a day in the count from 1900, or nil before 1900-01-01 and after 9999-12-31.
    static func serial(of day: Day) -> Int? {
        let serial = Int(day.number) + 25_569
        if serial > 60 { return serial <= 2_958_465 ? serial : nil }
        return serial >= 2 ? serial - 1 : nil
    }
}
