import Norms
import Testing

@Suite struct ConditionTests {
    private func decide(_ test: Condition.Test, _ sheet: FactSheet) -> Verdict.Outcome {
        outcome(
            sheet,
            book(
                pack(
                    "a", definitions: [Definition("大", [Condition(.number(.heads, NumberRange(low: 50, high: nil)))])],
                    clause(when: test, gives: value(1, 1)))))
    }

    @Test("A false part decides a conjunction though another part is unknown, and only that")
    func conjunction() {
        let big = Condition(.number(.heads, NumberRange(low: 50, high: nil)))
        let many = Condition(.number(.pupils, NumberRange(low: 9, high: nil)))
        #expect(decide(.all([big, many]), centre(10)) == .noRule)
        #expect(decide(.all([big, many]), centre(50)) == lacking(.pupils))
        #expect(decide(.all([big, many]), centre(nil)) == lacking(.heads, .pupils))
        #expect(decide(.all([big, many]), centre(50, [.pupils: 9])) == allowed(1, 1))
    }

    @Test("A true part decides an alternative though another part is unknown, and only that")
    func alternative() {
        let big = Condition(.number(.heads, NumberRange(low: 50, high: nil)))
        let many = Condition(.number(.pupils, NumberRange(low: 9, high: nil)))
        #expect(decide(.any([big, many]), centre(50)) == allowed(1, 1))
        #expect(decide(.any([big, many]), centre(49)) == lacking(.pupils))
        #expect(decide(.any([big, many]), centre(49, [.pupils: 8])) == .noRule)
    }

    @Test("Not unknown is unknown, not known is decided")
    func negation() {
        let big = Condition(.number(.heads, NumberRange(low: 50, high: nil)))
        #expect(decide(.not(big), centre(49)) == allowed(1, 1))
        #expect(decide(.not(big), centre(50)) == .noRule)
        #expect(decide(.not(big), centre(nil)) == lacking(.heads))
        #expect(decide(.not(Condition(.known(.heads))), centre(nil)) == allowed(1, 1))
        #expect(decide(.unknown(.heads), centre(3)) == .noRule)
        #expect(decide(.known(.name), centre(3, name: nil)) == .noRule)
    }

    @Test("Texts are looked for anywhere or at the end, and an unknown text is unknown")
    func texts() {
        #expect(decide(.contains(.name, ["医院", "小学"]), centre(1, name: "城关小学校")) == allowed(1, 1))
        #expect(decide(.contains(.name, ["医院"]), centre(1, name: "城关小学")) == .noRule)
        #expect(decide(.ends(.name, ["小学"]), centre(1, name: "城关小学")) == allowed(1, 1))
        #expect(decide(.ends(.name, ["小学"]), centre(1, name: "小学后勤中心")) == .noRule)
        #expect(decide(.ends(.name, ["城关小学分校"]), centre(1, name: "小学")) == .noRule)
        #expect(decide(.contains(.name, ["小学"]), centre(1, name: nil)) == lacking(.name))
        #expect(decide(.contains(.dutyTexts, ["执法"]), centre(1)) == lacking(.dutyTexts))
        let sheet = FactSheet(dutyTexts: ["宣传。", "综合执法。"])
        #expect(decide(.contains(.dutyTexts, ["执法"]), sheet) == allowed(1, 1))
    }

    @Test("A definition stands for its conditions; an undefined name can't be told")
    func definitions() {
        #expect(decide(.defined("大"), centre(50)) == allowed(1, 1))
        #expect(decide(.not(Condition(.defined("大"))), centre(50)) == .noRule)
        #expect(decide(.defined("大"), centre(nil)) == lacking(.heads))
        #expect(decide(.defined("小"), centre(50)) == lacking())
    }

    @Test("A choice is one of its codes, and zero is a code")
    func choices() {
        #expect(decide(.choice(.partyOrganisation, [0, 1]), centre(1, [.partyOrganisation: 0])) == allowed(1, 1))
        #expect(decide(.choice(.partyOrganisation, [0, 1]), centre(1, [.partyOrganisation: 2])) == .noRule)
        #expect(decide(.choice(.partyOrganisation, [0]), centre(1)) == lacking(.partyOrganisation))
    }
}
