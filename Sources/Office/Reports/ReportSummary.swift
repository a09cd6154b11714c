import Basics
import Diagnosis

extension DiagnosisReport {
    static let title = Wording(zh: "机构编制诊断报告", en: "Diagnosis of the establishment register")

    /// The report in a few sentences.
    var summary: [Wording] {
        let total = baseline.establishmentTotal
        let approved = total.approved
        let institutions = baseline.types.total.publicInstitutions
        let found = Severity.allCases.reversed().filter { count(of: $0) > 0 }
        var sentences = [
            Wording(
                zh: "机构\(baseline.living.grouped)个，其中事业单位\(institutions.grouped)个；"
                    + "核定编制\(approved.isWhole ? "" : "至少")\(approved.known.grouped)名"
                    + (approved.isWhole ? "" : "（\(approved.unknownBodies)个单位未知）")
                    + "，实有\(total.occupied.grouped)名，"
                    + "空编\(total.vacant.grouped)名，超编\(total.over.grouped)名。",
                en: "\(baseline.living.grouped) bodies, \(institutions.grouped) of them public institutions; "
                    + "\(approved.isWhole ? "" : "at least ")\(approved.known.grouped) heads approved"
                    + (approved.isWhole ? "" : " (\(approved.unknownBodies) bodies unknown)")
                    + ", \(total.occupied.grouped) in place, "
                    + "\(total.vacant.grouped) vacant, \(total.over.grouped) over."
            )
        ]
        if count == 0 {
            sentences.append(
                Wording(zh: "\(clear.count)项检查未发现问题。", en: "\(clear.count) checks found nothing."))
        } else {
            sentences.append(
                Wording(
                    zh:
                        "发现问题\(count.grouped)个："
                        + found.map { "\($0.name.zh)\(count(of: $0).grouped)个" }.joined(separator: "、") + "；"
                        + "\(sections.count + clear.count)项检查中\(sections.count)项有问题。",
                    en: "\(count.grouped) findings: "
                        + found.map { "\(count(of: $0).grouped) \($0.name.en)" }.joined(separator: ", ")
                        + "; \(sections.count) of \(sections.count + clear.count) checks found something."))
        }
        if !unknowns.isEmpty {
            sentences.append(
                Wording(
                    zh: "有\(unknowns.count)项情况因资料缺失无法判断。",
                    en: "\(unknowns.count) things can't be told for want of data."))
        }
        return sentences
    }

    /// The numbers that were applied, in one sentence.
    var thresholdSentence: Wording {
        let numbers = thresholds
        return Wording(
            zh: "判断所用阈值：规模过小为核定编制不超过\(numbers.smallBody)名；设置分散为规模过小的单位达\(numbers.scatteredBodies)个；"
                + "空编过多为核定\(numbers.vacantFrom)名以上而到岗不足\(numbers.vacantShare)%；"
                + "公益属性不突出为经营收入超过\(numbers.businessShare)%。",
            en: "Thresholds applied: small is up to \(numbers.smallBody) approved heads; scattered is "
                + "\(numbers.scatteredBodies) small bodies; mostly vacant is less than \(numbers.vacantShare)% filled "
                + "of \(numbers.vacantFrom) heads or more; weak welfare is more than \(numbers.businessShare)% "
                + "from business."
        )
    }

    /// The checks that found nothing, in one sentence; nil when all did.
    var clearSentence: Wording? {
        guard !clear.isEmpty else { return nil }
        return Wording(
            zh: "未发现问题的检查：\(clear.map(\.title.zh).joined(separator: "、"))。",
            en: "Checks that found nothing: \(clear.map(\.title.en).joined(separator: ", ")).")
    }
}
