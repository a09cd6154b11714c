import Foundation
import Testing

/// Party posts by rule: who leads and how the Party is organised come with the workbook, and the model pack judges by them.
@Suite struct PartyPostsTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace(.district) }

    private func verdicts() throws -> [JSON] {
        try workplace.succeed("norms", "check", "--pack", "model-district", "--json").json().items
            .filter { $0["item"]?.text == "party" }
    }

    @Test func everyPublicInstitutionIsJudged() throws {
        let rows = try verdicts()
        #expect(rows.count > 200)
        let lacking = rows.filter { !($0["missing"]?["facts"]?.items ?? []).isEmpty }
        #expect(lacking.isEmpty, "\(lacking.compactMap { $0["body"]?.text }.prefix(5))")
        let allowed = Set(rows.compactMap { row in row["allowed"]?["max"]?.number })
        #expect(allowed.isSuperset(of: [0, 1]))
        let explained = try workplace.succeed("norms", "explain", "人民医院", "--pack", "model-district").output
        #expect(explained.contains("党组织职数") && explained.contains("六（党委）"), "\(explained)")
    }
}
