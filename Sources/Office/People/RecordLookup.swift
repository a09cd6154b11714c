import Basics
import Registry
import Storage

/// In what way somebody looked at personal data (查询方式). Codes stand in the database: a case is added, never altered.
package enum LookupWay: UInt8, CaseIterable, Sendable {
    /// A search for words.
    case search = 1
    /// A person's file was opened.
    case file

    /// What it is called.
    package var name: Wording {
        switch self {
        case .search: Wording(zh: "检索", en: "search")
        case .file: Wording(zh: "查看个人档案", en: "a person's file")
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

extension Desk {
    /// Puts a look at personal data on record; what was found is shown only after that.
    mutating func recordLookup(
        _ way: LookupWay, of people: [Person.ID], by officer: Officer.ID, for purpose: String, at instant: Instant
    ) throws(OfficeFailure) {
        guard purpose.contains(where: { !$0.isWhitespace }) else {
            throw OfficeFailure(
                .input, "purpose-missing", zh: "请写明查询用途。", en: "Say for what personal data are looked at.")
        }
        let met = introductions(of: [officer])
        try storing { () throws(StorageFailure) in
            let sealed = try journal.vault.seal(purpose, as: .purpose, for: jurisdiction)
            try journal.record(
                Lookup(
                    way: way.rawValue, officer: officer, recorded: instant, subjects: people, purpose: sealed.digest),
                sealing: [sealed] + met.map(\.sealed), tokens: met.map(\.token), in: jurisdiction)
        }
        introduced([officer])
    }

    /// Every look at personal data, in order (个人信息查询记录), for whoever audits them.
    package func lookups() throws(OfficeFailure) -> [LookupLine] {
        let names = try officers()
        let (all, purposes) = try storing { () throws(StorageFailure) in
            (try journal.lookups(of: jurisdiction), try journal.texts(kind: .purpose, in: jurisdiction))
        }
        return all.map { lookup in
            LookupLine(
                recorded: lookup.recorded, officer: names[lookup.officer], way: LookupWay(rawValue: lookup.way),
                people: lookup.subjects, purpose: purposes[lookup.purpose])
        }
    }
}
