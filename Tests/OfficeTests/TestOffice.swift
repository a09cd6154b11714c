import Basics
import Foundation
import Office
import Papers
import Registry
import Samples
import Storage

/// A desk over a database of its own, gone when the test is.
final class TestOffice {
    let folder: String
    var desk: Desk
    var source = SeededSource(seed: 77)
    private var clock: Int64 = 1_612_137_600_000

    init(jurisdiction: String = "339981") throws {
        folder = NSTemporaryDirectory() + "sanding-office-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/register.sqlite"
        let key = try MasterKey.create(at: path + ".key")
        desk = try Desk(Journal(at: path, key: key, create: true), jurisdiction: jurisdiction)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var path: String { folder + "/register.sqlite" }

    /// A moment later than the last.
    func later() -> Instant {
        clock += 1000
        return Instant(milliseconds: clock)
    }

    func officer(_ name: String) throws -> Officer.ID { try desk.officer(named: name, from: &source) }

    /// The journal read again from the file, as another process would.
    func reopened() throws -> Desk {
        let journal = try Journal(at: path, key: try MasterKey.load(at: path + ".key"))
        return try Desk(journal, jurisdiction: desk.jurisdiction)
    }

    /// Opens the register with a workbook's bytes.
    @discardableResult
    func open(with bytes: [UInt8], named name: String, day: Day? = nil) throws -> (DistrictBook, ImportReceipt) {
        let book = try readDistrict(try readWorkbook(bytes: bytes, named: name))
        let cutOff = day ?? book.cutOff ?? Day(number: 18_412)
        let receipt = try desk.openRegister(
            with: book, file: Digest(sha256: bytes), document: words("样编〔2020〕1号", cutOff), day: cutOff,
            drafter: try officer("甲"), deciders: [try officer("乙")], from: &source, at: later())
        return (book, receipt)
    }

    func words(_ citation: String, _ day: Day, title: String = "文件") throws -> DocumentWords {
        guard let citation = Citation(citation) else { throw OfficeFailure(.input, "test", zh: citation, en: citation) }
        return DocumentWords(citation: citation, title: title, decided: day)
    }
}

/// A real input of the office's own, which the tests need and the project does not hold.
func sharedFile(_ path: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("shared/data/\(path)").path
    guard let data = FileManager.default.contents(atPath: file) else {
        throw OfficeFailure(.failure, "no-test-data", zh: "缺少测试数据 \(path)", en: "the test data \(path) is missing")
    }
    return [UInt8](data)
}
