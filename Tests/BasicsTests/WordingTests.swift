import Basics
import Testing

@Suite struct WordingTests {
    @Test func isSaidInTheReadersLanguage() {
        let wording = Wording(zh: "台账", en: "register")
        #expect(wording.said(in: .zh) == "台账" && wording.said(in: .en) == "register")
        #expect(Language.allCases.map(\.rawValue) == ["zh", "en"])
    }

    @Test func originsOrderAsPeopleReadATable() {
        let rows = [Origin(sheet: "b", row: 1), Origin(sheet: "a", row: 10), Origin(sheet: "a", row: 9)]
        #expect(rows.sorted().map(\.description) == ["a!9", "a!10", "b!1"])
    }
}
