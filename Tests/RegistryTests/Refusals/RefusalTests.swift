import Basics
import Foundation
import Registry
import Testing

@Suite struct RefusalTests {
    @Test(arguments: RefusalRow.all)
    func actIsRefusedAndNothingChanges(row: RefusalRow) throws {
        var district = try SmallDistrict()
        try row.given(&district)
        let history = district.history
        let (head, bytes) = (history.head, history.latest.bytes)
        let act = row.act(district)
        #expect(throws: row.expected) { try history.judge(act, recorded: SmallDistrict.noon(row.recorded)) }
        #expect(row.name == row.expected.code || row.name.hasPrefix(row.expected.code + ", "))
        #expect(history.head == head && history.latest.bytes == bytes && history.position(of: act.command) == nil)

        // The register itself is left as it was too, though earlier changes of the Act had ground.
        guard let day = act.changes.first?.day else { return }
        var register = history.register(on: day)
        let before = register.bytes
        let harmless = Change.hangPlate(SmallDistrict.tourism, "无碍的牌子")
        do {
            try register.enact(
                [harmless] + act.changes.map(\.change), basis: act.basis, reform: act.reform, on: day,
                recorded: row.recorded, at: history.position + 1)
        } catch {
            #expect(register.bytes == before)
        }
    }

    @Test func everyCodeHasARow() {
        let codes = RefusalRow.all.map(\.expected.code)
        #expect(Set(codes) == Set(Refusal.catalogue))
        #expect(Set(Refusal.catalogue).count == Refusal.catalogue.count)
        #expect(Set(RefusalRow.all.map(\.name)).count == RefusalRow.all.count)
    }

    /// The codes as they stand in the source, so that a case that is added is missed here.
    @Test func catalogueHasEveryCodeOfTheSource() throws {
        let source = try Repository.text("Sources/Registry/Rules/Refusal.swift")
        let table = try #require(source.range(of: "package var code: String"))
        let codes = source[table.upperBound...].matches(of: /: "([a-z-]+)"/).map { String($0.1) }
        #expect(codes.count > 40)
        #expect(Refusal.catalogue == codes)
    }

    @Test(arguments: RefusalRow.all)
    func wordsAreThereInBothLanguages(row: RefusalRow) throws {
        var district = try SmallDistrict()
        try row.given(&district)
        let register = district.history.latest
        for wording in [row.expected.wording(in: register), row.expected.wayOut(in: register)] {
            #expect(wording.zh.hasSuffix("。") && wording.en.hasSuffix("."))
            #expect(wording.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
            #expect(wording.en.first?.isLowercase == false)
            for text in [wording.zh, wording.en] {
                #expect(!text.contains("Optional(") && !text.contains(": .") && !text.contains("  "))
                // Nobody's identifier is spelled out.
                #expect(text.firstMatch(of: /(?=[0-9]*[a-f])[0-9a-f]{9}/) == nil)
            }
        }
    }

    @Test func bodiesAreNamedAndPeopleAreNot() throws {
        let register = try SmallDistrict().history.latest
        let refusal = Refusal.alreadyThere(SmallDistrict.chen, SmallDistrict.culture)
        let wording = Wording(zh: "人员a1e00000已经在文化局。", en: "Person a1e00000 is at 文化局 already.")
        #expect(refusal.wording(in: register) == wording)
        #expect(
            Refusal.closedInstitution(SmallDistrict.unheard).wording(in: register)
                == Wording(zh: "机构c5a00000已经撤销。", en: "Body c5a00000 is closed."))
    }
}
