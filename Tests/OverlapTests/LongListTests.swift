import Overlap
import Testing

@Suite("Long lists")
struct LongListTests {
    private let objects = [
        "水稻", "桥梁", "燃气", "路灯", "墓园", "渔港", "茶叶", "堤防", "隧道", "孤儿", "档案", "彩票", "剧场", "古树", "湿地", "矿山", "土壤", "噪声",
        "疫苗", "血液",
        "校车", "食堂", "渡口", "供热", "绿地",
    ]
    private let verbs = ["负责", "承担", "组织", "指导", "参与", "协助做好", "具体实施", "统筹推进"]
    private let works = ["的普查和登记", "的资金审核拨付", "的培训与考核", "的设备更新改造", "的投诉受理转办", "的风险研判"]

    /// Every object in every wording, by so many holders in turn.
    private func all(holders: Int) -> [OverlapStatement] {
        var all: [OverlapStatement] = []
        for object in objects {
            for verb in verbs {
                for work in works {
                    all.append(OverlapStatement(holder: all.count % holders, text: verb + "辖区" + object + work))
                }
            }
        }
        return all
    }

    @Test("Of many statements about one object, the one worded alike comes first")
    func wordedAlike() throws {
        var all = all(holders: 1200)
        for place in stride(from: 0, to: 1200, by: 100) {
            all.append(
                OverlapStatement(
                    holder: 2000 + place, text: all[place].text.replacing("的", with: "").replacing("辖区", with: "辖区内")))
        }
        let index = OverlapIndex(all, background: try shippedBackground())
        for (number, place) in stride(from: 0, to: 1200, by: 100).enumerated() {
            let best = try #require(index.pairs(of: [1200 + number]).first)
            #expect(best.statements == StatementPair(place, 1200 + number), "\(all[place].text)")
        }
    }

    @Test("What is found does not depend on the parts a list is looked through in")
    func parts() throws {
        let index = OverlapIndex(all(holders: 97), background: try shippedBackground())
        let whole = index.ranked(parts: 1)
        #expect(whole.count > 1000)
        #expect(index.ranked(parts: 7) == whole)
        #expect(index.ranked() == whole)
        #expect(Set(whole.map(\.statements)).count == whole.count)
    }
}
