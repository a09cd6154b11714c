import Testing

@testable import Papers

@Suite("Files that come with the program")
struct ShippedFileTests {
    @Test("The words of the comparison are there, and known to mean something")
    func whole() throws {
        let data = try OverlapData.shipped()
        #expect(data.thesaurus != .none)
        #expect(data.background != .none)
        #expect(try RetirementData.text().contains("retirement"))
    }

    @Test("A file that is missing or spoilt is named, never taken for an empty one")
    func damaged() {
        let missing = #expect(throws: DamagedInstallation.self) { try shippedText("overlap/none.txt") }
        #expect(missing?.file == "overlap/none.txt")
        let synonyms = #expect(throws: DamagedInstallation.self) { try OverlapData.synonyms("义工 = 志愿者\n公厕\n") }
        #expect(synonyms?.wording.zh.contains("overlap/synonyms.txt") == true)
        #expect(synonyms?.wording.zh.contains("第2行") == true)
        let background = #expect(throws: DamagedInstallation.self) { try OverlapData.background("监 督\n") }
        #expect(background?.file == "overlap/background.txt")
    }
}
