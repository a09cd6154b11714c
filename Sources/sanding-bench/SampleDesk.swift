import Basics
import Foundation
import Office
import Papers
import Registry
import Storage

extension Bench {
    /// A new desk with nothing on it.
    static func desk(_ name: String, in folder: String) throws -> Desk {
        let path = "\(folder)/\(name).sqlite"
        let key = try MasterKey.create(at: path + ".key")
        return try Desk(Journal(at: path, key: key, create: true), jurisdiction: "339981")
    }

    /// Reads a workbook and opens the register with it, each step as the command does.
    static func open(_ desk: inout Desk, with bytes: [UInt8]) throws {
        let workbook = try readWorkbook(bytes: bytes, named: "sample.xlsx")
        let book = try readDistrict(workbook)
        var source = SystemRandomNumberGenerator()
        guard let day = book.cutOff, let citation = Citation("样编〔2020〕1号") else { return }
        _ = try desk.openRegister(
            with: book, file: Digest(sha256: bytes),
            document: DocumentWords(citation: citation, title: "基线", decided: day), day: day,
            drafter: Identifier(from: &source), deciders: [], from: &source,
            at: Instant(milliseconds: 1_600_000_000_000))
    }
}
