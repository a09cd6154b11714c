import Accounts
import Basics
import Registry

/// What a record of the audit is about (审计内容): words that read the same in every language, as names and paths do; or a
/// phrase of this house with values, which is said in the language of whoever reads it.
///
/// Records of earlier versions are words, whatever they say.
package struct AuditTopic: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// What is said in the reader's language. Codes stand in the database: a case is added, never altered.
    enum Phrase: String, CaseIterable, Sendable {
        /// Somebody's personal data were shown: in what way, whose, where, for what.
        case look
        /// Roles were given: to whom, and which, each with how many bodies.
        case roles
        /// Something was taken out as a file: what, how many lines, and of which file where that matters.
        case taken
        /// Something was done with a workbook: what, its name and digest, and what else there is to say.
        case workbook
    }

    /// The phrase; nil where the one value is the words.
    let phrase: Phrase?
    /// What it is said with.
    let values: [String]

    /// Words that are the same in every language.
    package static func words(_ text: String) -> AuditTopic {
        AuditTopic(nil, [String(text.prefix(2000))])
    }

    /// Words that are the same in every language.
    package init(stringLiteral text: String) { self = .words(text) }

    /// Somebody's personal data: by identifier, since names are not for whoever only checks who looked.
    /// - Parameter place: where they stood, if not in the register itself.
    package static func look(
        _ way: LookupWay, of people: [Person.ID] = [], within place: String = "", for purpose: String
    ) -> AuditTopic {
        AuditTopic(.look, ["\(way.rawValue)", people.map(\.description).joined(separator: " "), place, purpose])
    }

    /// Roles that somebody has from now on.
    static func roles(_ grants: [Grant], of owner: UserAccount) -> AuditTopic {
        let codes = grants.map { grant in
            "\(grant.role.rawValue)" + (grant.bodies.map { "/\($0.count)" } ?? "")
        }
        return AuditTopic(.roles, ["\(owner.name) \(owner.login)", codes.joined(separator: " ")])
    }

    /// What was taken out as a file.
    /// - Parameter lines: of a list.
    package static func taken(_ list: TakenList, lines: Int? = nil, of file: String = "") -> AuditTopic {
        AuditTopic(.taken, [list.rawValue, lines.map { "\($0)" } ?? "", file])
    }

    /// A step of a workbook on its way into the register.
    package static func workbook(_ step: WorkbookStep, _ name: String, _ more: String = "") -> AuditTopic {
        AuditTopic(.workbook, [step.rawValue, name, more])
    }

    private init(_ phrase: Phrase?, _ values: [String]) {
        self.phrase = phrase
        // The sign that parts are told apart by can't stand in one.
        self.values = values.map { $0.replacing(AuditTopic.mark, with: " ") }
    }

    /// The same, and why it was not done.
    func refused(_ code: String) -> AuditTopic {
        guard phrase == nil else { return AuditTopic(phrase, values + [code]) }
        return .words("\(values.first ?? "") \(code)")
    }

    // How it stands sealed: words as they are; a phrase by its code after a sign that no words begin with.

    private static let mark = "\u{1F}"

    var text: String {
        guard let phrase else { return values.first ?? "" }
        return ([phrase.rawValue] + values).map { AuditTopic.mark + $0 }.joined()
    }

    init(_ text: String) {
        guard text.hasPrefix(AuditTopic.mark) else {
            self.init(nil, [text])
            return
        }
        let parts = text.dropFirst().split(separator: AuditTopic.mark, omittingEmptySubsequences: false).map(
            String.init)
        guard let phrase = Phrase(rawValue: parts[0]) else {
            // A later version has more of them.
            self.init(nil, [parts.joined(separator: " ")])
            return
        }
        self.init(phrase, Array(parts.dropFirst()))
    }
}

/// What is taken out as a file (导出内容). Codes stand in the database: a case is added, never altered.
package enum TakenList: String, CaseIterable, Sendable {
    /// The list of bodies.
    case bodies
    /// What belongs to what.
    case tree
    /// People, without their names.
    case people
    /// Ledger entries of one body or pool.
    case ledger
    /// Rows of a workbook that can't be imported.
    case badRows
    /// The accounts.
    case accounts
    /// The whole database.
    case database

    /// What it is called.
    package var name: Wording {
        switch self {
        case .bodies: Wording(zh: "机构一览", en: "bodies")
        case .tree: Wording(zh: "机构隶属关系", en: "tree of bodies")
        case .people: Wording(zh: "人员一览", en: "people")
        case .ledger: Wording(zh: "编制账分录", en: "ledger entries")
        case .badRows: Wording(zh: "导入文件的错误行", en: "rows in error of a workbook")
        case .accounts: Wording(zh: "账号一览", en: "accounts")
        case .database: Wording(zh: "整库复制", en: "whole database")
        }
    }
}

/// What was done with a workbook (导入步骤). Codes stand in the database: a case is added, never altered.
package enum WorkbookStep: String, CaseIterable, Sendable {
    /// It was read in.
    case uploaded
    /// It was compared with the register.
    case compared
    /// It was handed in to be decided.
    case submitted
    /// It was given back.
    case returned
    /// It was decided, and is in the register.
    case decided
    /// What was said of its columns is remembered.
    case remembered
    /// What was said of columns like these is remembered no longer.
    case forgotten

    /// What it is called.
    package var name: Wording {
        switch self {
        case .uploaded: Wording(zh: "上传", en: "uploaded")
        case .compared: Wording(zh: "核对", en: "compared")
        case .submitted: Wording(zh: "送审", en: "handed in")
        case .returned: Wording(zh: "退回", en: "given back")
        case .decided: Wording(zh: "决定", en: "decided")
        case .remembered: Wording(zh: "记住表头含义", en: "columns remembered")
        case .forgotten: Wording(zh: "忘记表头含义", en: "columns forgotten")
        }
    }
}

extension AuditTopic {
    /// What it is about, in both languages, with the identifiers of the people where it is a look at them.
    package var wording: Wording {
        guard let people = looked?.people, !people.isEmpty else { return brief }
        let ids = people.map(\.description).joined(separator: " ")
        return Wording(zh: "\(brief.zh)。人员：\(ids)", en: "\(brief.en). People: \(ids)")
    }

    /// The same without the identifiers of people.
    package var brief: Wording {
        func value(_ index: Int) -> String { index < values.count ? values[index] : "" }
        func said(_ wording: Wording, taking count: Int) -> Wording {
            let more = values.dropFirst(count).map { " " + $0 }.joined()
            return Wording(zh: wording.zh + more, en: wording.en + more)
        }
        switch phrase {
        case nil: return Wording(zh: value(0), en: value(0))
        case .look:
            let way = UInt8(value(0)).flatMap(LookupWay.init(rawValue:))?.name ?? Wording(zh: "？", en: "?")
            let count = value(1).split(separator: " ").count
            let whom =
                value(2).isEmpty
                ? Wording(zh: "（\(count)人）", en: count == 1 ? " (1 person)" : " (\(count) people)")
                : Wording(zh: " " + value(2), en: " " + value(2))
            return said(
                Wording(zh: "\(way.zh)\(whom.zh)，事由：\(value(3))", en: "\(way.en)\(whom.en), for: \(value(3))"),
                taking: 4)
        case .roles:
            let roles = value(1).split(separator: " ").map { code -> Wording in
                let parts = code.split(separator: "/")
                let name = UInt8(parts[0]).flatMap(Role.init(rawValue:))?.name ?? Wording(zh: "？", en: "?")
                guard parts.count == 2 else { return name }
                return Wording(zh: "\(name.zh)（\(parts[1])个机构）", en: "\(name.en) (bodies: \(parts[1]))")
            }
            return said(
                Wording(
                    zh: "\(value(0))：\(roles.isEmpty ? "无角色" : roles.map(\.zh).joined(separator: "、"))",
                    en: "\(value(0)): \(roles.isEmpty ? "no role" : roles.map(\.en).joined(separator: ", "))"),
                taking: 2)
        case .taken:
            let name = TakenList(rawValue: value(0))?.name ?? Wording(zh: value(0), en: value(0))
            let file = value(2).isEmpty ? "" : " " + value(2)
            let lines =
                value(1).isEmpty ? Wording(zh: "", en: "") : Wording(zh: "，\(value(1))条", en: ", \(value(1)) lines")
            return said(
                Wording(zh: "\(name.zh)\(file)\(lines.zh)", en: "\(name.en)\(file)\(lines.en)"), taking: 3)
        case .workbook:
            let step = WorkbookStep(rawValue: value(0))?.name ?? Wording(zh: value(0), en: value(0))
            let more = value(2).isEmpty ? "" : " " + value(2)
            return said(
                Wording(zh: "\(step.zh) \(value(1))\(more)", en: "\(step.en) \(value(1))\(more)"), taking: 3)
        }
    }

    /// The look at personal data that it is; nil for everything else.
    package var looked: (way: LookupWay?, people: [Person.ID], purpose: String)? {
        guard phrase == .look, values.count >= 4 else { return nil }
        return (
            UInt8(values[0]).flatMap(LookupWay.init(rawValue:)),
            values[1].split(separator: " ").compactMap { Person.ID($0) }, values[3]
        )
    }
}
