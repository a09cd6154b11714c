import Basics
import Norms
import Testing

@Suite struct VerdictTests {
    @Test(
        "Bands include their ends",
        arguments: [(0, 1, 2), (10, 1, 2), (11, 2, 3), (50, 2, 3), (51, 3, 4), (999, 3, 4)])
    func boundaries(heads: Int, least: Int, most: Int) {
        #expect(outcome(centre(heads), book(pack("a", clause(gives: byHeads)))) == allowed(least, most))
    }

    @Test("Above an open band the office decides, below it the range holds")
    func openAbove() {
        let rules = book(pack("a", clause(gives: byHeads)))
        func standing(_ approved: Int, heads: Int) -> Standing {
            verdict(on: .leaders, for: centre(heads), by: rules, figures: Figures(approved: approved)).standing
        }
        #expect(outcome(centre(1000), rules) == allowed(3, 4, isOpen: true))
        #expect(verdict(on: .leaders, for: centre(1000), by: rules).reason == "可以适当增加")
        #expect(standing(5, heads: 1000) == .needsDiscretion)
        #expect(standing(4, heads: 1000) == .agrees)
        #expect(standing(2, heads: 1000) == .under(1))
        #expect(standing(5, heads: 999) == .over(1))
        #expect(standing(3, heads: 999) == .agrees)
        #expect(verdict(on: .leaders, for: centre(10), by: rules).standing == .cannotTell)
    }

    @Test("An unknown number is named, and no rule is no guess")
    func unknowns() {
        let rules = book(pack("a", clause(when: isInstitution, gives: byHeads)))
        #expect(outcome(centre(nil), rules) == lacking(.heads))
        #expect(outcome(FactSheet([.heads: 5]), rules) == lacking(.type))
        #expect(outcome(FactSheet(), rules) == lacking(.type, .heads))
        #expect(outcome(FactSheet([.type: 3]), rules) == .noRule)
        #expect(outcome(centre(5), rules, .party) == .noRule)
    }

    @Test("What is missing further on is named too, until a clause surely applies")
    func missingFurtherOn() {
        let rules = book(
            pack(
                "a", clause("一", when: .choice(.stage, [2]), gives: .bands(by: .classes, [band(nil, nil, 1, 1)])),
                clause("二", when: .number(.beds, NumberRange(low: 1, high: nil)), gives: value(2, 2)),
                clause("三", gives: byHeads), clause("四", when: .choice(.rank, [1]), gives: value(9, 9))))
        #expect(outcome(centre(10), rules) == lacking(.stage, .classes, .beds))
        #expect(verdict(on: .leaders, for: centre(10), by: rules).ruling?.clause.number == "一")
        #expect(outcome(centre(10, [.stage: 3, .beds: 0]), rules) == allowed(1, 2))
    }

    @Test("The first clause that applies decides, and one none of whose bands is met leaves it to the next")
    func order() {
        let rules = book(
            pack(
                "a", clause("一", gives: .bands(by: .heads, [band(5, 10, 1, 1)])), clause("二", gives: value(2, 2)),
                clause("三", gives: value(3, 3))))
        #expect(outcome(centre(7), rules) == allowed(1, 1))
        #expect(outcome(centre(11), rules) == allowed(2, 2))
        #expect(verdict(on: .leaders, for: centre(11), by: rules).ruling?.clause.number == "二")
    }

    @Test("District before city before province; of one level the one in force later; then by code")
    func precedence() {
        let province = pack("p", at: .province, clause(gives: value(1, 1)))
        let city = pack("c", at: .city, clause(gives: value(2, 2)))
        let district = pack("d", at: .district, clause(gives: value(3, 3)))
        #expect(outcome(centre(1), book(province, city, district)) == allowed(3, 3))
        #expect(outcome(centre(1), book(province, city)) == allowed(2, 2))
        let later = pack("z", at: .city, from: Day(number: 9), clause(gives: value(4, 4)))
        #expect(outcome(centre(1), book(city, later)) == allowed(4, 4))
        let undated = pack("b", at: .city, from: nil, clause(gives: value(5, 5)))
        #expect(outcome(centre(1), book(undated, city)) == allowed(2, 2))
        let same = pack("a", at: .city, clause(gives: value(6, 6)))
        #expect(outcome(centre(1), book(city, same)) == allowed(6, 6))
    }

    @Test("另按 ends its pack and the next level is asked; without one there is no rule, with the reason")
    func elsewhere() {
        let district = pack(
            "d", clause("一", when: .contains(.name, ["小学"]), gives: .elsewhere("学校另行核定")),
            clause("二", gives: value(3, 3)))
        let province = pack("p", at: .province, clause(gives: value(1, 1)))
        let school = centre(1, name: "城关小学")
        #expect(outcome(school, book(district, province)) == allowed(1, 1))
        #expect(outcome(centre(1), book(district, province)) == allowed(3, 3))
        let left = verdict(on: .leaders, for: school, by: book(district))
        #expect(left.outcome == .noRule)
        #expect(left.reason == "学校另行核定")
        let doubtful = outcome(centre(1, name: nil), book(district, pack("p", at: .province, clause(gives: byHeads))))
        #expect(doubtful == lacking(.name))
        #expect(
            outcome(centre(nil, name: nil), book(district, pack("p", at: .province, clause(gives: byHeads))))
                == lacking(.heads, .name))
    }

    @Test("报批 needs discretion with its reason, 不核 is none and nothing adds to it")
    func referAndNone() {
        let rules = book(
            pack(
                "a", clause("一", when: .choice(.stage, [5]), gives: .refer("按具体情况报批")),
                clause("二", when: .choice(.stage, [1]), gives: .none("不核")), clause("三", gives: value(2, 3)),
                clause("四", gives: .adds(NumberRange(1)))))
        let referred = verdict(
            on: .leaders, for: centre(1, [.stage: 5]), by: rules, figures: Figures(approved: 3))
        #expect(referred.outcome == .refer)
        #expect(referred.standing == .needsDiscretion)
        #expect(referred.reason == "按具体情况报批")
        #expect(outcome(centre(1, [.stage: 1]), rules) == allowed(0, 0))
        #expect(outcome(centre(1, [.stage: 2]), rules) == allowed(3, 4))
    }

    @Test(
        "Several additions of the same pack add, one that can't be told makes it all so, those of other packs don't count"
    )
    func additions() {
        let rules = book(
            pack(
                "a", clause("一", gives: value(2, 3)),
                clause("二", when: .choice(.stage, [2]), gives: .adds(NumberRange(1))),
                clause("三", when: .number(.beds, NumberRange(low: 1, high: nil)), gives: .adds(NumberRange(0...1)))),
            pack("p", at: .province, clause("四", gives: .adds(NumberRange(5)))))
        let both = verdict(on: .leaders, for: centre(1, [.stage: 2, .beds: 1]), by: rules)
        #expect(both.outcome == allowed(3, 5))
        #expect(both.additions.map(\.clause.number) == ["二", "三"])
        #expect(both.inputs.map(\.fact) == [.stage, .beds])
        #expect(outcome(centre(1, [.stage: 3, .beds: 0]), rules) == allowed(2, 3))
        #expect(outcome(centre(1, [.beds: 0]), rules) == lacking(.stage))
    }

    @Test("A missing text makes it all cannot tell, unless a pack before it decides")
    func missingText() {
        let rules = pack(
            "c", at: .city, clause(when: .number(.heads, NumberRange(low: nil, high: 9)), gives: value(1, 1)))
        let unplaced = Adoption(missing: "x", on: Day(number: 1))
        let placed = Adoption(missing: "x", level: .province, on: Day(number: 1))
        #expect(outcome(centre(5), book(rules, missing: unplaced)) == lacking(packs: ["x"]))
        #expect(outcome(centre(5), book(rules, missing: placed)) == allowed(1, 1))
        #expect(outcome(centre(10), book(rules, missing: placed)) == lacking(packs: ["x"]))
        #expect(book(rules, missing: placed).items == NormItem.allCases)
        #expect(outcome(centre(5), book(missing: placed), .staff) == lacking(packs: ["x"]))
    }

    @Test("A pack counts from the later of adoption and coming into force to its last day")
    func days() {
        let rules = pack("a", from: Day(number: 100), until: Day(number: 200), clause(gives: value(1, 1)))
        func isIn(_ day: Int32, adopted: Int32) -> Bool {
            !Rulebook([Adoption(rules, on: Day(number: adopted))], on: Day(number: day)).packs.isEmpty
        }
        #expect(!isIn(99, adopted: 0))
        #expect(isIn(100, adopted: 0))
        #expect(!isIn(149, adopted: 150))
        #expect(isIn(150, adopted: 150))
        #expect(isIn(200, adopted: 150))
        #expect(!isIn(201, adopted: 150))
    }

    @Test("Of two adoptions of one code the later counts once its day has come")
    func readopted() {
        let old = pack("a", clause(gives: value(1, 1)))
        let new = RulePack(
            name: "a", code: "a", level: .district, from: nil, clauses: [clause(gives: value(2, 2))],
            digest: digest("new"))
        let adoptions = [Adoption(new, on: Day(number: 20)), Adoption(old, on: Day(number: 10))]
        #expect(outcome(centre(1), Rulebook(adoptions, on: Day(number: 19))) == allowed(1, 1))
        #expect(outcome(centre(1), Rulebook(adoptions, on: Day(number: 20))) == allowed(2, 2))
        #expect(Rulebook(adoptions, on: today) != Rulebook(Array(adoptions.suffix(1)), on: today))
        #expect(Rulebook(adoptions, on: today) == Rulebook(adoptions.reversed(), on: today))
    }

    @Test("Ratios are exact, rounded as the clause says or as the caller says instead")
    func ratios() throws {
        let one = try #require(Fraction(1, 1))
        let per = try #require(Fraction(decimal: "12.5")?.inverse)
        func rules(_ rounding: Rounding) -> Rulebook {
            book(
                pack(
                    "a",
                    clause(
                        "一", .staff,
                        gives: .ratio(Ratio(low: per, high: per, rounding: rounding, form: .per), by: .pupils))))
        }
        func staff(_ pupils: Int, _ rounding: Rounding, _ override: Rounding? = nil) -> NumberRange? {
            verdict(on: .staff, for: FactSheet([.pupils: pupils]), by: rules(rounding), rounding: override).allowed
        }
        #expect(staff(1000, .up) == NumberRange(80))
        #expect(staff(1001, .up) == NumberRange(81))
        #expect(staff(1001, .nearest) == NumberRange(80))
        #expect(staff(1006, .nearest) == NumberRange(80))
        #expect(staff(1007, .nearest) == NumberRange(81))
        #expect(staff(1012, .down) == NumberRange(80))
        #expect(staff(1012, .down, .up) == NumberRange(81))
        #expect(verdict(on: .staff, for: FactSheet([.pupils: 3]), by: rules(.down), rounding: .up).rounding == .up)
        #expect(one.times(.max, .up) == 1_000_000_000)
        #expect(Fraction(decimal: "1.3")?.times(10, .up) == 13)
        #expect(Fraction(decimal: "1.12345") == nil)
        #expect(Fraction(decimal: "12.") == nil)
        #expect(Fraction(decimal: "-1") == nil)
    }

    @Test("A share is compared in whole people")
    func shares() {
        let rules = book(
            pack(
                "a", clause("一", .managementShare, gives: .value(Award(NumberRange(low: nil, high: 20)))),
                clause("二", .professionalShare, gives: .value(Award(NumberRange(low: 70, high: nil))))))
        func standing(_ item: NormItem, _ count: Int?, of total: Int) -> Standing {
            verdict(on: item, for: centre(1), by: rules, figures: Figures(inPlace: count, total: total)).standing
        }
        #expect(standing(.managementShare, 2, of: 10) == .agrees)
        #expect(standing(.managementShare, 3, of: 10) == .over(1))
        #expect(standing(.managementShare, 2, of: 9) == .over(1))
        #expect(standing(.professionalShare, 7, of: 10) == .agrees)
        #expect(standing(.professionalShare, 7, of: 11) == .under(1))
        #expect(standing(.professionalShare, nil, of: 11) == .cannotTell)
        #expect(standing(.professionalShare, 0, of: 0) == .cannotTell)
    }

    @Test("The small-body threshold is what a pack says for such bodies")
    func smallBodies() {
        let rules = book(
            pack("a", clause("一", .smallBody, when: isInstitution, gives: value(5, 5))))
        #expect(smallBodyThreshold(for: centre(1), by: rules) == 5)
        #expect(smallBodyThreshold(for: FactSheet(), by: rules) == nil)
        #expect(smallBodyThreshold(for: FactSheet([.type: 1]), by: rules) == nil)
    }

    @Test("The sentence says number, clause, words, facts, standing and what would change it")
    func sentence() {
        let rules = book(pack("a", clause("第三十九条", gives: byHeads)))
        let said = verdict(on: .leaders, for: centre(49), by: rules, figures: Figures(approved: 4)).wording
        #expect(
            said.zh
                == "核定2-3名；依据《a办法》第三十九条（11-50）：原文第三十九条；编制数49名；现核定4名，超出1名；"
                + "编制数再减39名（至10名）：核定1-2名；编制数再增2名（至51名）：核定3-4名")
        #expect(said.en.contains("heads 2 more (51): 3-4"))
    }
}
