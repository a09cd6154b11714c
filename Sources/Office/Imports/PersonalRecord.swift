import Basics
import Foundation
import Papers

/// The personal data of one person, as they stand sealed beside the journal; nothing of this is in Act or register.
package struct PersonalRecord: Codable, Hashable, Sendable {
    /// Name (姓名).
    package var name: String
    /// Sex (性别): 男 or 女.
    package var sex: String?
    /// Identity number (身份证号).
    package var number: String?
    /// Birth date, `yyyy-MM-dd`.
    package var birth: String?
    /// How they came (进入形式).
    package var entryForm: String?
    /// A remark of the table.
    package var remark: String?

    init(_ row: PersonRow) {
        name = row.name
        sex = row.sex.map { $0 == .male ? "男" : "女" }
        number = row.identityNumber
        birth = row.birth?.description
        entryForm = row.entryForm
        remark = row.remark
    }

    /// The text to be sealed.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    /// Reads a sealed text.
    package init?(_ text: String) {
        guard let record = try? JSONDecoder().decode(PersonalRecord.self, from: Data(text.utf8)) else { return nil }
        self = record
    }
}
