import Basics
import Papers
import Reform
import Registry
import Storage

/// Why an official's command did not go through, in words; what kind of no it is is never mixed.
package struct OfficeFailure: Error, Hashable, Sendable {
    /// What kind of no.
    package let kind: Kind
    /// The stable code.
    package let code: String
    /// What, where, why, and what to do.
    package let wording: Wording

    /// What kind of no.
    package enum Kind: String, Sendable {
        /// What was handed in can't be used as it is.
        case input
        /// The register refuses.
        case refusal
        /// The world fails: disk, key, conflict.
        case failure
    }

    /// A no of that kind.
    package init(_ kind: Kind, _ code: String, zh: String, en: String) {
        self.kind = kind
        self.code = code
        wording = Wording(zh: zh, en: en)
    }

    init(_ kind: Kind, _ code: String, _ wording: Wording) {
        self.kind = kind
        self.code = code
        self.wording = wording
    }

    /// The store's failure.
    package init(_ failure: StorageFailure) { self.init(.failure, failure.code, failure.wording) }

    /// A file that comes with the program and is no use.
    init(_ damaged: DamagedInstallation) { self.init(.failure, "damaged-installation", damaged.wording) }

    /// The store's failure on opening, with the files it is about and how to name others.
    package init(_ failure: StorageFailure, database: String, key: String) {
        let said = failure.wording
        self.init(
            .failure, failure.code,
            Wording(
                zh: said.zh + "数据库：\(database)；密钥：\(key)。可用 --database、--key 另行指定；还没有台账时先用 sanding import 建立。",
                en: said.en
                    + " Database: \(database); key: \(key). Name others with --database and --key; where there is no "
                    + "register yet, begin one with sanding import."))
    }

    /// The register's refusal, with names out of that register and the way out.
    package init(_ refusal: Refusal, in register: Register) {
        let why = refusal.wording(in: register)
        let way = refusal.wayOut(in: register)
        self.init(.refusal, refusal.code, Wording(zh: why.zh + way.zh, en: why.en + " " + way.en))
    }

    /// The plan's text.
    package init(_ plan: UnreadablePlan) { self.init(.input, "unreadable-plan", plan.wording) }

    /// The file.
    package init(_ file: UnreadableFile) { self.init(.input, file.code, file.wording) }

    /// The workbook's content.
    package init(_ district: UnreadableDistrict) { self.init(.input, district.code, district.wording) }

    /// The report that could not be written.
    package init(_ file: UnwritableFile) { self.init(.failure, file.code, file.wording) }
}

/// Runs a piece of work of the store and puts its failure in the office's words.
func storing<Result>(_ work: () throws(StorageFailure) -> Result) throws(OfficeFailure) -> Result {
    do { return try work() } catch { throw OfficeFailure(error) }
}
