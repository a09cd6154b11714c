import Basics
import Registry

private let postFields: [(Field, LeaderRole)] = [
    (.postsChief, .chief), (.postsDeputy, .deputy), (.postsParty, .party), (.postsInternalChief, .internalChief),
    (.postsInternalDeputy, .internalDeputy),
]

extension BookReader {
    /// Approved leader posts by role: from columns of their own, and from cells that hold several together. A number
    /// that nothing divides leaves them unknown, since any division would be a guess.
    mutating func readPosts(_ record: Record, type: InstitutionType) -> [LeaderRole: Int]? {
        var posts: [LeaderRole: Int] = [:]
        var filled = false
        for (field, role) in postFields where hasColumn(field, record) {
            let count = count(field, record)
            filled = filled || count != nil
            posts[role] = count ?? 0
        }
        let inner: Set<LeaderRole> = [.internalChief, .internalDeputy]
        let own = together(.postsTotal, record, type, beside: posts.filter { !inner.contains($0.key) })
        let internalOnes = together(.postsInternalTotal, record, type, beside: posts.filter { inner.contains($0.key) })
        for found in [own, internalOnes].compactMap({ $0 }) {
            filled = true
            posts.merge(found) { $1 }
        }
        return filled ? posts : nil
    }

    /// The posts of a cell that holds them together; nil where it says nothing more than the columns beside it, or
    /// nothing that can be divided.
    private mutating func together(
        _ field: Field, _ record: Record, _ type: InstitutionType, beside: [LeaderRole: Int]
    ) -> [LeaderRole: Int]? {
        guard hasColumn(field, record) else { return nil }
        let cell = cell(field, record)
        switch readPostsTogether(cell, words: words, posts: vocabulary.values.posts, of: type) {
        case .blank: return nil
        case .posts(let found):
            let posts = field == .postsInternalTotal ? ofInternalUnits(found) : found
            if !beside.isEmpty {
                let sum = beside.values.reduce(0, +)
                let total = posts.values.reduce(0, +)
                if sum > 0, sum != total { wrongRowTotal(record, field, total, sum) }
                if sum > 0 { return nil }
            }
            reportOnce(
                .note, .postsDivided, record, field, key: "",
                Wording(
                    zh: "一格里写了几种领导职数，如“\(cell.text)”，读作\(posts.listed.zh)。",
                    en: "Several kinds of leader posts stand in one cell, such as “\(cell.text)”: \(posts.listed.en)."),
                Wording(zh: "如不对，请分列填写。", en: "If that is wrong, give them in columns of their own."))
            return posts
        case .undivided(let total): return divide(total, field, record, beside)
        case .contradiction(let total, let sum):
            report(
                .error, .numberUnreadable, record, field,
                Wording(zh: "写的总数是\(total)，各项之和是\(sum)。", en: "It says \(total), but its parts add up to \(sum)."),
                Wording(zh: "请改成一致，如“3（1正2副）”。", en: "Make them agree, as in 3(1正2副)."))
        case .unreadable:
            report(
                .error, .numberUnreadable, record, field,
                Wording(
                    zh: "从“\(cell.text)”读不出领导职数。", en: "No leader posts can be read from “\(cell.text)”."),
                Wording(
                    zh: "请写成“1正2副”或“正职1名、副职2名”的样子，或分列填写；没有就留空。",
                    en: "Write them as 1正2副 or 正职1名、副职2名, or in columns of their own; leave it empty if there are none."
                ))
        }
        return nil
    }

    /// What the columns beside a number leave of it is the deputies', where they have no column and the chief has one.
    private mutating func divide(
        _ total: Int, _ field: Field, _ record: Record, _ beside: [LeaderRole: Int]
    ) -> [LeaderRole: Int]? {
        let (chief, deputy): (LeaderRole, LeaderRole) =
            field == .postsTotal ? (.chief, .deputy) : (.internalChief, .internalDeputy)
        let sum = beside.values.reduce(0, +)
        if let chiefs = beside[chief], beside[deputy] == nil, total >= sum, chiefs > 0 || total == 0 {
            reportOnce(
                .note, .postsDivided, record, field, key: "rest",
                Wording(
                    zh: "有总数和正职，没有副职列，余下的记为副职，如\(total)减\(sum)得\(total - sum)。",
                    en:
                        "There are a total and the chiefs but no column of deputies; the rest is taken for theirs, such as \(total) less \(sum), \(total - sum)."
                ),
                Wording(zh: "如不对，请加上副职一列。", en: "If that is wrong, add a column of deputies."))
            return [deputy: total - sum]
        }
        if sum > 0, beside[deputy] != nil {
            // The Party's posts may be counted in or not.
            if total != sum, total != sum - (beside[.party] ?? 0) { wrongRowTotal(record, field, total, sum) }
            return nil
        }
        if total == 0 { return [chief: 0, deputy: 0] }
        let what =
            field == .postsTotal
            ? Wording(zh: "领导职数", en: "leader posts") : Wording(zh: "中层（内设机构）领导职数", en: "posts of internal units")
        reportOnce(
            .warning, .postsUndivided, record, field, key: "",
            Wording(
                zh: "这里只有\(what.zh)一个总数，分不出正职和副职，这一项暂缺。",
                en:
                    "There is one number of \(what.en) only, which cannot be divided into chief and deputy; they are left unknown."
            ),
            Wording(
                zh: "请分正职、副职两列填写，或写成“1正2副”的样子。", en: "Give chief and deputy in columns of their own, or write 1正2副."))
        return nil
    }

    private func ofInternalUnits(_ posts: [LeaderRole: Int]) -> [LeaderRole: Int] {
        var inner: [LeaderRole: Int] = [:]
        for (role, count) in posts { inner[role.ofInternalUnit, default: 0] += count }
        return inner
    }
}

extension LeaderRole {
    /// The same post in an internal unit.
    var ofInternalUnit: LeaderRole {
        switch self {
        case .chief, .party, .internalChief: .internalChief
        case .deputy, .internalDeputy: .internalDeputy
        }
    }
}

extension [LeaderRole: Int] {
    /// The posts in the order of the roles, for a sentence.
    fileprivate var listed: Wording {
        let posts = LeaderRole.allCases.compactMap { role in self[role].map { (role.name, $0) } }
        return Wording(
            zh: posts.map { "\($0.0.zh)\($0.1)" }.joined(separator: "、"),
            en: posts.map { "\($0.0.en) \($0.1)" }.joined(separator: ", "))
    }
}
