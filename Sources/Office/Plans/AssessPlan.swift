import Basics
import Diagnosis
import Papers
import Reform
import Registry
import Storage

extension Desk {
    /// The findings of the register on a plan's day, by the rules the office goes by on that day: what the outcome is
    /// compared with. Duties are not compared with one another here, which no step changes by itself.
    package func findings(before plan: Plan) throws(OfficeFailure) -> Findings {
        var thresholds = Thresholds.standard
        thresholds.day = plan.day
        thresholds.rules = try rulebook(on: plan.day)
        return diagnose(history.register(on: plan.day), thresholds: thresholds)
    }

    /// Looks at an outcome from every side. Birth dates and sex of those touched are unsealed here, looked at and let go;
    /// only who has how many months left comes out.
    package func assess(
        _ outcome: Outcome, rates: BudgetRates? = nil, retirement rules: RetirementRules, leave: PeopleOnLeave? = nil
    ) throws(OfficeFailure) -> Assessment {
        let whole = outcome.whole
        let touched = whole.peopleTouched(whole.touching).compactMap {
            whole.before.people[$0] ?? whole.after.people[$0]
        }
        let texts = try storing { () throws(StorageFailure) in
            try journal.texts(of: touched.map(\.personal), in: jurisdiction)
        }
        let month = Month(of: outcome.plan.day)
        var months: [Person.ID: Int] = [:]
        for person in touched {
            guard let record = texts[person.personal].flatMap({ PersonalRecord($0) }), let born = record.bornOn,
                let sex = record.sexForRetirement,
                let retires = rules.retirement(born: born, sex: sex, status: person.status)
            else { continue }
            months[person.id] = retires.number - month.number
        }
        return Assessment(
            outcome, rates: rates, retirement: RetirementFacts(months: months, near: rules.near), leave: leave?.people)
    }
}

extension PersonalRecord {
    /// The day of birth as the table says it, the first of the month where it says no day; else by a sound identity number.
    fileprivate var bornOn: Day? {
        if let birth { return Day(iso: birth) ?? Day(iso: birth + "-01") }
        guard let digits = soundNumber else { return nil }
        return Day(iso: "\(digits[6..<10])-\(digits[10..<12])-\(digits[12..<14])")
    }

    /// The sex as the table says it, else by a sound identity number, in which it is odd for men.
    fileprivate var sexForRetirement: RetirementRules.Sex? {
        switch sex {
        case "男": return .male
        case "女": return .female
        default:
            guard let digit = soundNumber.flatMap({ Int($0[16..<17]) }) else { return nil }
            return digit % 2 == 1 ? .male : .female
        }
    }

    private var soundNumber: NumberDigits? {
        guard let number, number.utf8.count == 18, identityFault(number) == nil else { return nil }
        return NumberDigits(text: number)
    }
}

/// An identity number of eighteen characters, read by place.
private struct NumberDigits {
    let text: String

    subscript(range: Range<Int>) -> String {
        String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
}
