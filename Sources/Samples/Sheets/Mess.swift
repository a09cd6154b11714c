import Basics
import Papers
import Registry

extension Draft {
    /// A count as an office writes it: a number, mostly.
    mutating func cell(_ count: Int) -> OutputCell {
        switch number(1...100) {
        case ...86: .integer(count)
        case ...91: .text(String(count))
        case ...96: .text(fullWidth(String(count)))
        default: .text(" \(count) ")
        }
    }

    /// A count that may be left blank when it is zero.
    mutating func cell(orBlank count: Int) -> OutputCell {
        count == 0 ? (chance(35) ? .integer(0) : .empty) : cell(count)
    }

    /// A day in one of the shapes that offices use.
    mutating func cell(_ day: Day) -> OutputCell {
        let (year, month, date) = day.components
        switch number(1...100) {
        case ...38: return .day(day)
        case ...56: return .text(day.description)
        case ...67: return .text("\(year).\(month).\(date)")
        case ...78: return .text("\(year)/\(month)/\(date)")
        case ...88: return .text("\(year)年\(month)月\(date)日")
        case ...97: return .integer(year * 10_000 + month * 100 + date)
        default: return .text(fullWidth("\(year)年\(month)月\(date)日"))
        }
    }

    /// A name, now and then with a space that nobody sees.
    mutating func cell(name: String) -> OutputCell {
        switch number(1...100) {
        case 1: .text(name + " ")
        case 2: .text("\u{3000}" + name)
        default: .text(name)
        }
    }

    private func fullWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (48...57).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                }))
    }
}

/// A name without the district before it, as people in the district say it.
func shortName(_ name: String) -> String {
    name.hasPrefix(regionName) && name.count > regionName.count + 2 ? String(name.dropFirst(regionName.count)) : name
}

/// What every sheet says of itself.
let syntheticNote =
    "本表为合成数据，仅供演示，单位、人员、证件号码均系虚构。"
    + "Synthetic data for demonstration only: no body, person or number in it is real."

/// Who filled the sheets in, and for which day.
let reportingOffice = "填报单位：中共\(regionName)委机构编制委员会办公室"
let reportingDay = "截止时间：2020年5月31日"
