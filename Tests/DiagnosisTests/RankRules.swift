import Basics
import Norms
import Registry

/// Rules by which a public institution of a rank is small with so many heads or fewer.
func smallBodyRules(_ numbers: [Rank: Int]) -> Rulebook {
    let clauses = numbers.sorted { $0.key.rawValue < $1.key.rawValue }.map { rank, number in
        Clause(
            number: "\(rank.rawValue)", item: .smallBody, conditions: [Condition(.choice(.rank, [Int(rank.rawValue)]))],
            decision: .value(Award(NumberRange(number...number))))
    }
    let pack = RulePack(
        name: "小机构", code: "small", level: .district, from: Day(number: 0), certainty: .original, clauses: clauses,
        digest: Digest(sha256: "small".utf8))
    return Rulebook([Adoption(pack, on: Day(number: 1))], on: TinyDistrict.day)
}
