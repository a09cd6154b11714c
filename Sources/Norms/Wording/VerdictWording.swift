import Basics

extension Verdict {
    /// The whole sentence: what is allowed, by which clause and facts, how the register stands, and what would change it.
    ///
    /// `核定3-4名，依据《…》第三十九条（51-100）：…；编制数56名；现核定4名，相符；编制数再减6名（至50名）：核定2-3名`
    package var wording: Wording {
        let parts = [opinion, basis, given, compared].compactMap { $0 } + nearestChanges.map { $0.wording(of: item) }
        return Wording(
            zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
    }

    /// What is allowed and why it is open or none: 核定7-8名，可酌情增加（根据工作需要可以适当增加）.
    package var opinion: Wording {
        let said = outcome.wording(of: item)
        let makeup = ruling?.award?.makeup ?? []
        var zh = said.zh
        var en = said.en
        if allowed != nil, !makeup.isEmpty {
            zh += "（" + makeup.map { "\($0.name)\($0.range.zh)" }.joined(separator: "、") + "）"
            en += " (" + makeup.map { "\($0.name) \($0.range.en)" }.joined(separator: ", ") + ")"
        }
        if let reason {
            zh += "（\(reason)）"
            en += " (\(reason))"
        }
        if let rounding {
            zh += "（\(rounding.name.zh)取整）"
            en += " (\(rounding.name.en))"
        }
        return Wording(zh: zh, en: en)
    }

    /// The clause and those that add to it: 依据《…》第三十九条（51-100）：…; nil where none decided.
    package var basis: Wording? {
        guard let ruling else { return nil }
        let isOpenQuestion = if case .cannotTell = outcome { true } else { false }
        let own = ruling.wording
        var zh = (isOpenQuestion ? "所涉条款：" : "依据") + own.zh
        var en = (isOpenQuestion ? "the clause in question: " : "by ") + own.en
        for addition in additions {
            guard case .adds(let more) = addition.clause.decision else { continue }
            let amount = item.amount(more)
            zh += "；另增\(amount.zh)，依据\(addition.wording.zh)"
            en += "; \(amount.en) more by \(addition.wording.en)"
        }
        return Wording(zh: zh, en: en)
    }

    private var given: Wording? {
        let inputs = inputs.map(\.wording)
        guard !inputs.isEmpty else { return nil }
        return Wording(
            zh: inputs.map(\.zh).joined(separator: "，"), en: inputs.map(\.en).joined(separator: ", "))
    }

    private var compared: Wording? {
        if item.isShare {
            guard let count = figures.inPlace, let total = figures.total else { return nil }
            return Wording(
                zh: "现有\(count)人，共\(total)人，\(standing.wording(of: item).zh)",
                en: "\(count) of \(total) people in place, \(standing.wording(of: item).en)")
        }
        guard let approved = figures.approved else { return nil }
        let now = item.amount(NumberRange(approved))
        let said = standing.wording(of: item)
        return Wording(zh: "现核定\(now.zh)，\(said.zh)", en: "now \(now.en), \(said.en)")
    }
}

extension Ruling {
    /// The document, the clause, the band and the words: 《…》第三十九条（51-100）：….
    package var wording: Wording {
        let title = pack.document.title ?? pack.name
        let sure = pack.certainty == .original ? nil : pack.certainty.name
        let words = clause.text.map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 }
        return Wording(
            zh: "《\(title)》\(clause.number)" + (band.map { "（\($0.range.zh)）" } ?? "")
                + (sure.map { "（\($0.zh)）" } ?? "") + (words.map { "：\($0)" } ?? ""),
            en: "“\(title)” \(clause.number)" + (band.map { " (\($0.range.en))" } ?? "")
                + (sure.map { " (\($0.en))" } ?? "") + (words.map { ": \($0)" } ?? ""))
    }
}

extension RulePack.Certainty {
    /// The name of the certainty.
    package var name: Wording {
        switch self {
        case .original: Wording(zh: "原文", en: "original text")
        case .quoted: Wording(zh: "转引", en: "quoted at second hand")
        case .inferred: Wording(zh: "推断", en: "inferred")
        case .model: Wording(zh: "样板", en: "model")
        }
    }
}

extension RulePack.Level {
    /// The name of the level.
    package var name: Wording {
        switch self {
        case .nation: Wording(zh: "国家", en: "nation")
        case .province: Wording(zh: "省", en: "province")
        case .city: Wording(zh: "市", en: "city")
        case .district: Wording(zh: "区县", en: "district")
        }
    }
}

extension NearestChange {
    /// What would change and what it would come to: 编制数再增2名（至51名）：核定3-4名.
    package func wording(of item: NormItem) -> Wording {
        let unit = fact.unit
        let then = outcome.wording(of: item)
        let change =
            difference > 0
            ? ("再增\(difference)", "\(difference) more") : ("再减\(-difference)", "\(-difference) fewer")
        return Wording(
            zh: "\(fact.name.zh)\(change.0)\(unit.zh)（至\(other)\(unit.zh)）：\(then.zh)",
            en: "\(fact.name.en) \(change.1)\(unit.en) (\(other)): \(then.en)")
    }
}
