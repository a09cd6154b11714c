import Norms

/// The rules judged a second time, as plainly as they are written down: no program, no sets of bits, no search by halves.
struct NaiveRules {
    let packs: [RulePack]

    func truth(_ condition: Condition, _ sheet: FactSheet, _ pack: RulePack) -> Bool? {
        switch condition.test {
        case .all(let parts):
            let values = parts.map { truth($0, sheet, pack) }
            if values.contains(false) { return false }
            return values.contains(nil) ? nil : true
        case .any(let parts):
            let values = parts.map { truth($0, sheet, pack) }
            if values.contains(true) { return true }
            return values.contains(nil) ? nil : false
        case .not(let part): return truth(part, sheet, pack).map { !$0 }
        case .choice(let fact, let codes): return sheet[fact].map { codes.contains($0) }
        case .number(let fact, let range):
            return sheet[fact].map { $0 >= range.low ?? 0 && $0 <= range.high ?? 1_000_000_000 }
        case .known(let fact): return fact == .name ? sheet.name != nil : sheet[fact] != nil
        case .unknown(let fact): return fact == .name ? sheet.name == nil : sheet[fact] == nil
        case .contains(_, let parts): return sheet.name.map { name in parts.contains { name.contains($0) } }
        case .ends(_, let parts): return sheet.name.map { name in parts.contains { name.hasSuffix($0) } }
        case .defined(let name):
            guard let definition = pack.definitions.first(where: { $0.name == name }) else { return nil }
            return truth(Condition(.all(definition.conditions)), sheet, pack)
        }
    }

    /// The range and whether it is open; referred, none and doubtful in words.
    func answer(_ item: NormItem, _ sheet: FactSheet) -> String {
        for pack in packs {
            for clause in pack.clauses where clause.item == item && !clause.isAddition {
                let holds = truth(Condition(.all(clause.conditions)), sheet, pack)
                if holds == nil { return "cannot tell" }
                if holds == false { continue }
                var range: (Int, Int)?
                var isOpen = false
                switch clause.decision {
                case .elsewhere: break
                case .refer: return "refer"
                case .none: return "0-0"
                case .value(let award): range = (award.range.low ?? -1, award.range.high ?? -1)
                case .bands(let by, let bands):
                    guard let number = sheet[by] else { return "cannot tell" }
                    for band in bands where range == nil {
                        guard number >= band.range.low ?? 0, number <= band.range.high ?? 1_000_000_000 else {
                            continue
                        }
                        range = (band.award.range.low ?? -1, band.award.range.high ?? -1)
                        isOpen = band.award.discretion != nil
                    }
                    if range == nil { continue }
                case .ratio(let ratio, let by):
                    guard let number = sheet[by] else { return "cannot tell" }
                    // By counting up: the most heads whose share is not above the number.
                    func heads(_ part: Fraction) -> Int {
                        var count = 0
                        while (count + 1) * part.denominator <= number * part.numerator { count += 1 }
                        let isWhole = count * part.denominator == number * part.numerator
                        let isHalf = (2 * count + 1) * part.denominator <= 2 * number * part.numerator
                        switch ratio.rounding {
                        case .down: return count
                        case .up: return isWhole ? count : count + 1
                        case .nearest: return isHalf ? count + 1 : count
                        }
                    }
                    range = (heads(ratio.low), heads(ratio.high))
                case .adds: continue
                }
                guard var sum = range else { break }
                for addition in pack.clauses where addition.item == item {
                    guard case .adds(let more) = addition.decision else { continue }
                    switch truth(Condition(.all(addition.conditions)), sheet, pack) {
                    case nil: return "cannot tell"
                    case true?: sum = (sum.0 + (more.low ?? 0), sum.1 + (more.high ?? 0))
                    case false?: continue
                    }
                }
                return "\(sum.0)-\(sum.1)\(isOpen ? "+" : "")"
            }
        }
        return "no rule"
    }

    /// The nearest other answers of a number up to a limit, by trying every number.
    func neighbours(_ item: NormItem, _ sheet: FactSheet, _ fact: Fact, upTo limit: Int) -> (Int?, Int?) {
        guard let value = sheet[fact] else { return (nil, nil) }
        let now = answer(item, sheet)
        let below = (0..<value).last { answer(item, sheet.with(fact, $0)) != now }
        let above = value < limit ? (value + 1...limit).first { answer(item, sheet.with(fact, $0)) != now } : nil
        return (below, above)
    }
}

func said(_ outcome: Verdict.Outcome) -> String {
    switch outcome {
    case .allowed(let range, let isOpen): "\(range.low ?? -1)-\(range.high ?? -1)\(isOpen ? "+" : "")"
    case .refer: "refer"
    case .cannotTell: "cannot tell"
    case .noRule: "no rule"
    }
}
