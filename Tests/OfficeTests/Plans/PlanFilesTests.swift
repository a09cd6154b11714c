import Basics
import Office
import Papers
import Reform
import Registry
import Testing

@Suite("The files that plans are measured by")
struct PlanFilesTests {
    @Test("rates in both languages, with their days")
    func rates() throws {
        let rates = try readRates(PlanDistrict.rates)
        let day = try #require(Day(iso: "2020-07-01"))
        #expect(rates.rate(of: .heads(.administrative), on: day)?.yuan == 150_000)
        #expect(rates.rate(of: .heads(.administrative), on: day)?.document == "安财〔2020〕1号")
        #expect(rates.rate(of: .heads(.institutionFull), on: day)?.to == Day(iso: "2020-12-31"))
        #expect(rates.rate(of: .heads(.institutionFull), on: try #require(Day(iso: "2021-01-01"))) == nil)
    }

    @Test(
        "what is wrong with rates is named with its line",
        arguments: [
            ("{编制类别: 行政编制, 自: 2020-01-01}", "年经费"), ("{编制类别: 行政编制, 年经费: -1, 自: 2020-01-01}", "-1"),
            ("{编制类别: 行政编制, 年经费: 1.5, 自: 2020-01-01}", "1.5"), ("{年经费: 1, 自: 2020-01-01}", "编制类别"),
            ("{编制类别: 行政编制, 领导职务: 正职, 年经费: 1, 自: 2020-01-01}", "之一"), ("{编制类别: 飞行编制, 年经费: 1, 自: 2020-01-01}", "飞行编制"),
            ("{编制类别: 行政编制, 年经费: 1, 自: 2020-02-30}", "2020-02-30"),
            ("{编制类别: 行政编制, 年经费: 1, 自: 2020-02-01, 至: 2020-01-01}", "早于"),
            ("{编制类别: 行政编制, 年经费: 1, 自: 2020-02-01, 单位: 元}", "单位"),
            ("{编制类别: 工勤编制, 年经费: 1, 自: 2020-02-01}", "同一天"),
        ])
    func wrongRates(row: String, word: String) throws {
        let text = "经费标准:\n  - {编制类别: 工勤编制, 年经费: 1, 自: 2020-01-01}\n  - \(row)\n"
        let failure = #expect(throws: OfficeFailure.self) { try readRates(text) }
        #expect(
            failure?.wording.zh.contains("第3行") == true && failure?.wording.zh.contains(word) == true,
            "\(failure?.wording.zh ?? "")")
    }

    @Test("weights in both languages")
    func weights() throws {
        let weights = try readWeights(PlanDistrict.weights)
        #expect(
            weights == [
                MeasureWeight(.headsReleased, weight: 2, moreIsBetter: true),
                MeasureWeight(.peopleMoved, weight: 1, moreIsBetter: false),
                MeasureWeight(.nearRetirement, weight: 5, moreIsBetter: false),
            ])
    }

    @Test(
        "what is wrong with weights is named with its line",
        arguments: [
            ("{指标: 美观, 权重: 1, 取向: 多}", "美观"), ("{指标: 新设机构, 权重: 0, 取向: 多}", "大于零"),
            ("{指标: 新设机构, 权重: 1}", "取向"), ("{指标: 新设机构, 取向: 多}", "权重"), ("{权重: 1, 取向: 多}", "指标"),
            ("{指标: 撤并机构, 权重: 1, 取向: 多}", "两次"),
        ])
    func wrongWeights(row: String, word: String) throws {
        let text = "比选权重:\n  - {指标: 撤并机构, 权重: 1, 取向: 多}\n  - \(row)\n"
        let failure = #expect(throws: OfficeFailure.self) { try readWeights(text) }
        #expect(
            failure?.wording.zh.contains("第3行") == true && failure?.wording.zh.contains(word) == true,
            "\(failure?.wording.zh ?? "")")
    }

    @Test("the national ages of retirement come with the system")
    func retirement() throws {
        let rules = try readRetirement()
        func month(_ born: String, _ sex: RetirementRules.Sex, _ status: PersonStatus) throws -> String? {
            rules.retirement(born: try #require(Day(iso: born)), sex: sex, status: status)?.description
        }
        #expect(try month("1960-05-05", .male, .civilServant) == "2020-05")
        #expect(try month("1965-01-05", .male, .civilServant) == "2025-02")
        #expect(try month("1971-04-05", .female, .professional) == "2026-08")
        #expect(try month("1984-11-05", .female, .worker) == "2039-11")
        #expect(rules.near == 24)
    }

    @Test("an office's own ages of retirement, and what may be wrong with them")
    func ownRetirement() throws {
        let own = try readRetirement("near: 6\nretirement:\n  - {sex: female, age: 60, document: 组通字〔2015〕14号}\n")
        let day = try #require(Day(iso: "1965-03-01"))
        #expect(own.retirement(born: day, sex: .female, status: .civilServant)?.description == "2025-03")
        #expect(own.retirement(born: day, sex: .male, status: .civilServant) == nil)
        for text in [
            "near: 6\nretirement: []\n", "retirement:\n  - {sex: 女, age: 60, document: 某}\n",
            "near: 6\nretirement:\n  - {sex: 女, age: 60, document: 某, delayed from: 2025-01-01, every: 0, up to: 63}\n",
            "near: 6\nretirement:\n  - {sex: 女, age: 60, document: 某, delayed from: 2025-01-01, every: 2, up to: 59}\n",
            "near: 6\nretirement:\n  - {sex: 女, age: 60, document: 某, statuses: [神仙]}\n",
        ] { #expect(throws: OfficeFailure.self, "\(text)") { try readRetirement(text) } }
    }
}
