import Basics
import Registry

extension Check {
    /// Weak public-welfare character (公益属性不突出): a body of class I that lives from business.
    package static let weakWelfare: Check = Check(
        code: "weak-welfare",
        title: Wording(zh: "公益属性不突出", en: "Weak welfare character"),
        rule: Wording(
            zh: "公益一类事业单位经营收入占年收入的比例超过规定比例（默认40%，不含本数）；收入未知的不作判断。",
            en: "A public institution of class I with more than the share (40 %) of its income from business; unknown "
                + "income says nothing."),
        clause: Wording(
            zh: "《关于事业单位分类的意见》（国办发〔2011〕37号）：公益一类不得从事经营活动",
            en: "Opinions on the classes of public institutions (国办发〔2011〕37号): class I does no business"),
        severity: .notice
    ) { _, scope, thresholds in
        scope.institutions.compactMap { body in
            let profile = body.profile
            guard body.isActive, profile.type == .publicInstitution, profile.category == .welfareOne,
                let income = profile.value(of: .income), let business = profile.value(of: .businessIncome), income > 0,
                business * 100 > income * thresholds.businessShare
            else { return nil }
            let share = business * 100 / income
            return weakWelfare.finding(
                [.institution(body.id)],
                measures: [
                    Measure(.income, income), Measure(.businessIncome, business), Measure(.share, share),
                    Measure(.threshold, thresholds.businessShare),
                ],
                evidence: Wording(
                    zh: "“\(profile.name)”为公益一类，年收入\(income)万元，其中经营收入\(business)万元，占\(share)%。",
                    en: "\(profile.name) is of class I; of its yearly income of \(income) (10,000 yuan), \(business), "
                        + "\(share) %, come from business."),
                origins: [body.origin],
                mending: Wording(
                    zh: "剥离经营业务，或重新认定类别。", en: "Split the business off, or review the class."))
        }
    }
}
