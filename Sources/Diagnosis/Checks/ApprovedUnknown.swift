import Basics
import Registry

extension Check {
    /// Approved figures unknown (核定数未知): the office's table leaves the group empty, so sums are "at least".
    package static let approvedUnknown: Check = Check(
        code: "approved-unknown",
        title: Wording(zh: "核定数未知", en: "Approved figures unknown"),
        rule: Wording(
            zh: "单位的编制或领导职数整组未填；合计只能说“至少”，账户不得变动。",
            en: "A body's heads or leader posts are left empty as a group; sums can only say \"at least\", and the "
                + "accounts refuse movement."),
        severity: .warning
    ) { register, scope, _ in
        scope.institutions.flatMap { body -> [Finding] in
            guard body.isActive, body.profile.type.holdsAccounts else { return [] }
            return FigureGroup.allCases.filter { register.ledger.isUnknown($0, of: body.id) }.map { group in
                let presence = register.presence(of: body.id)
                let occupied =
                    switch group {
                    case .heads: presence.occupied
                    case .posts: LeaderRole.allCases.reduce(0) { $0 + presence.leading($1) }
                    }
                let what =
                    switch group {
                    case .heads: (zh: "核定编制数未填，实有", en: "Approved heads", who: "people")
                    case .posts: (zh: "核定领导职数未填，实配", en: "Approved leader posts", who: "leaders")
                    }
                return approvedUnknown.finding(
                    [.institution(body.id)], aspect: .group(group),
                    measures: [Measure(.occupied, occupied)],
                    evidence: Wording(
                        zh: "“\(body.profile.name)”\(what.zh)\(occupied)名，无从比对。",
                        en: "\(what.en) of \(body.profile.name) are unknown; \(occupied) \(what.who) in place can't be "
                            + "compared."),
                    origins: [body.origin],
                    mending: Wording(zh: "按批复文件补填。", en: "Fill them in from the approving document."))
            }
        }
    }
}
