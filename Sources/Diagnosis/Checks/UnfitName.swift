import Basics
import Registry

extension Check {
    /// Unfit name (名称不规范): a public institution named like an organ.
    package static let unfitName: Check = Check(
        code: "unfit-name",
        title: Wording(zh: "名称不规范", en: "Unfit name"),
        rule: Wording(
            zh: "事业单位名称以机关用的“局、委、办、处”等结尾；一般应为中心、馆、所、站、院、校、队等。",
            en: "The name of a public institution ends as an organ's does (局, 委, 办, 处 …) and not in 中心, 馆, 所, 站 …"),
        severity: .notice
    ) { _, scope, _ in
        scope.institutions.compactMap { body in
            guard body.isActive, body.profile.type == .publicInstitution,
                let ending = organEndings.first(where: {
                    body.profile.name.utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
                })
            else { return nil }
            return unfitName.finding(
                [.institution(body.id)],
                evidence: Wording(
                    zh: "事业单位“\(body.profile.name)”的名称以“\(ending)”结尾。",
                    en: "The public institution \(body.profile.name) has a name that ends in \(ending)."),
                origins: [body.origin],
                mending: Wording(
                    zh: "结合改革更名为中心、所、站等规范名称。", en: "Rename it, with the reform, to 中心, 所, 站 or the like."),
                step: .rename(body.id))
        }
    }
}

// Longer endings first, so that the one given is the word and not its last character.
private let organEndings = ["委员会", "办公室", "局", "委", "办", "处", "厅", "署", "部", "司", "科"]
