import Basics
import Foundation
import Norms
import Papers
import Registry
import Testing

/// The sample district judged by the province's pack alone, against the key of what was planted in it.
@Suite struct PackSampleTests {
    @Test("Leaders approved beyond the province's rule are those that were planted")
    func overRule() throws {
        struct Key: Decodable { let leaders_approved_over_rule: [String] }
        let path = try sharedData("workbooks/anhe-key.json")
        let key = try JSONDecoder().decode(Key.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        let rulebook = try ShippedPacks.rulebook(try #require(try ShippedPacks.pack("province-leader-posts").pack))
        var over: [String] = []
        var passedOn = 0
        for body in try readDistrict(anhe()).bodies {
            let verdict = verdict(on: .leaders, for: sheet(body), by: rulebook, figures: figures(body))
            if case .over = verdict.standing { over.append(body.name) }
            if body.type == .publicInstitution, verdict.outcome == .noRule { passedOn += 1 }
        }
        #expect(Set(over) == Set(key.leaders_approved_over_rule))
        #expect(over.count == key.leaders_approved_over_rule.count)
        // 44 schools and kindergartens, 18 clinics, the hospital.
        #expect(passedOn == 63)
    }

    private func sheet(_ body: BodyRow) -> FactSheet {
        var sheet = FactSheet(name: body.name, [.type: Int(body.type.rawValue)])
        sheet[.rank] = body.rank.map { Int($0.rawValue) }
        sheet[.heads] = body.heads.map { $0.values.reduce(0, +) }
        for fact in body.facts { sheet[Fact(fact.measure)] = fact.value }
        return sheet
    }

    /// Chief and deputies; Party posts are not counted.
    private func figures(_ body: BodyRow) -> Figures {
        Figures(approved: body.posts.map { ($0[.chief] ?? 0) + ($0[.deputy] ?? 0) })
    }
}
