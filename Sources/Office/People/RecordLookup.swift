import Basics
import Papers
import Registry
import Storage

/// In what way somebody looked at personal data (查询方式). Codes stand in the database: a case is added, never altered.
package enum LookupWay: UInt8, CaseIterable, Sendable {
    /// A search for words.
    case search = 1
    /// A person's file was opened.
    case file
    /// The people of a motion were named.
    case motion

    /// What it is called.
    package var name: Wording {
        switch self {
        case .search: Wording(zh: "检索", en: "search")
        case .file: Wording(zh: "查看个人档案", en: "a person's file")
        case .motion: Wording(zh: "查看动议件所涉人员", en: "people of a motion")
        }
    }
}

/// A look at personal data, in words.
package struct LookupLine: Sendable {
    /// When.
    package let recorded: Instant
    /// Who looked; nil where the name was erased.
    package let officer: String?
    /// In what way; nil for one that a later version knows.
    package let way: LookupWay?
    /// Whom they found, by identifier: names are not shown to whoever only checks who looked.
    package let people: [Person.ID]
    /// For what; nil where that was erased.
    package let purpose: String?
}

extension AuditTrail {
    /// Puts a look at personal data on record; what was found is shown only after that.
    /// - Parameter place: where they stood, if not in the register itself.
    package func recordLook(
        _ way: LookupWay, of people: [Person.ID] = [], within place: String = "", by visitor: Visitor,
        for purpose: String,
        at instant: Instant, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        guard purpose.contains(where: { !$0.isWhitespace }) else {
            throw OfficeFailure(
                .input, "purpose-missing", zh: "请写明查询用途。", en: "Say for what personal data are looked at.")
        }
        // What the audit has can't be erased with the person.
        guard !namesIdentity(purpose) else {
            throw OfficeFailure(
                .input, "purpose-personal", zh: "事由里有身份证号。查看记录永久保存，不能写个人信息；请只写公务事由。",
                en:
                    "There is an identity number in the reason. It stays on record for good, so write the business only."
            )
        }
        try record(
            .personalShown, by: visitor, what: .look(way, of: people, within: place, for: purpose), at: instant,
            from: &source)
    }
}

extension Desk {
    /// The audit beside this desk's journal.
    package var trail: AuditTrail { AuditTrail(journal, jurisdiction: jurisdiction) }

    /// Every look at personal data, in order (个人信息查询记录), for whoever audits them. Those of earlier versions stand in a
    /// table of their own; since then they stand in the audit alone.
    package func lookups() throws(OfficeFailure) -> [LookupLine] {
        let names = try officers()
        let (all, purposes) = try storing { () throws(StorageFailure) in
            (try journal.lookups(of: jurisdiction), try journal.texts(kind: .purpose, in: jurisdiction))
        }
        let earlier = all.map { lookup in
            LookupLine(
                recorded: lookup.recorded, officer: names[lookup.officer], way: LookupWay(rawValue: lookup.way),
                people: lookup.subjects, purpose: purposes[lookup.purpose])
        }
        var search = AuditSearch()
        search.actions = [.personalShown]
        let since = try trail.read(search, most: .max).lines.reversed().compactMap { line in
            line.what.looked.map { look in
                LookupLine(
                    recorded: line.recorded, officer: line.who, way: look.way, people: look.people,
                    purpose: look.purpose)
            }
        }
        return earlier + since
    }
}
