import Basics
import Norms
import Registry

// Small packs of the tests' own; the packs that are shipped have their own tables.

let today = Day(number: 18_000)

func digest(_ text: String) -> Digest { Digest(sha256: text.utf8) }

func pack(
    _ code: String, at level: RulePack.Level = .district, from: Day? = Day(number: 0), until: Day? = nil,
    definitions: [Definition] = [], _ clauses: Clause...
) -> RulePack {
    RulePack(
        name: code, code: code, level: level, document: PackDocument(title: "\(code)办法"), from: from, until: until,
        certainty: .original, definitions: definitions, clauses: clauses, digest: digest(code))
}

func book(_ packs: RulePack..., missing: Adoption...) -> Rulebook {
    Rulebook(packs.map { Adoption($0, on: Day(number: 1)) } + missing, on: today)
}

func clause(
    _ number: String = "一", _ item: NormItem = .leaders, when conditions: Condition.Test...,
    gives decision: Clause.Decision
) -> Clause {
    Clause(
        number: number, text: "原文\(number)", item: item, conditions: conditions.map { Condition($0) },
        decision: decision)
}

func band(_ low: Int?, _ high: Int?, _ least: Int, _ most: Int, open reason: String? = nil) -> Band {
    Band(NumberRange(low: low, high: high), Award(NumberRange(least...most), discretion: reason))
}

let byHeads = Clause.Decision.bands(
    by: .heads,
    [band(nil, 10, 1, 2), band(11, 50, 2, 3), band(51, 999, 3, 4), band(1000, nil, 3, 4, open: "可以适当增加")])

func value(_ least: Int, _ most: Int) -> Clause.Decision { .value(Award(NumberRange(least...most))) }

func code(_ type: InstitutionType) -> Int { Int(type.rawValue) }

let isInstitution = Condition.Test.choice(.type, [code(.publicInstitution)])

func centre(_ heads: Int?, _ more: [Fact: Int] = [:], name: String? = "某中心") -> FactSheet {
    var sheet = FactSheet(name: name, [.type: code(.publicInstitution)])
    sheet[.heads] = heads
    for (fact, value) in more { sheet[fact] = value }
    return sheet
}

func outcome(_ sheet: FactSheet, _ rulebook: Rulebook, _ item: NormItem = .leaders) -> Verdict.Outcome {
    verdict(on: item, for: sheet, by: rulebook).outcome
}

func allowed(_ least: Int, _ most: Int, isOpen: Bool = false) -> Verdict.Outcome {
    .allowed(NumberRange(least...most), isOpen: isOpen)
}

func lacking(_ facts: Fact..., packs: [String] = []) -> Verdict.Outcome {
    .cannotTell(Verdict.Missing(facts: FactSet(facts), packs: packs))
}
