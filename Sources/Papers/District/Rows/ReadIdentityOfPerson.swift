import Basics
import Registry

extension BookReader {
    /// The identity number with what it says of birth and sex. One that cannot be read is an error of the row, because
    /// nobody can be told from another without it; one that fails its check is taken, with a warning.
    mutating func readIdentity(_ record: Record, _ row: inout PersonRow) {
        let cell = cell(.personIdentityNumber, record)
        let masked = maskedIdentity(cell.text)
        switch Papers.readIdentity(cell, words: words) {
        case .blank: reportMissing(record)
        case .number(let number):
            row.identityNumber = number
            check(number, masked, record, row)
        case .digitsLost:
            report(
                .error, .identityDigitsLost, record, .personIdentityNumber, read: masked,
                Wording(
                    zh: "身份证号被当作数字保存，末几位已经丢失。",
                    en: "The identity number was kept as a number and has lost its last digits."),
                Wording(
                    zh: "请把单元格设为文本格式，照证件重新录入全部18位。",
                    en: "Format the cell as text and type all 18 characters again from the card."))
        case .unreadable:
            report(
                .error, .identityUnreadable, record, .personIdentityNumber, read: masked,
                Wording(
                    zh: "身份证号不是18位或15位，或含有不该有的字符。",
                    en: "The identity number does not have 18 or 15 characters, or has wrong ones."),
                Wording(zh: "请照证件重新录入。", en: "Type it again from the card."))
        }
        readBirth(record, &row)
        if let number = row.identityNumber, identityFault(number) == nil, let sex = identitySex(number) {
            if let written = row.sex, written != sex {
                report(
                    .warning, .sexContradicts, record, .personSex,
                    Wording(zh: "性别与身份证号里的不一致。", en: "The sex differs from the one in the identity number."),
                    Wording(zh: "请核对性别和身份证号。", en: "Check both."))
            }
            row.sex = row.sex ?? sex
        }
    }

    /// An empty cell is an error only where the column is kept at all.
    private mutating func reportMissing(_ record: Record) {
        guard hasColumn(.personIdentityNumber, record), isFilled(.personIdentityNumber, record.table) else {
            reportOnce(
                .warning, .columnMissing, record, nil, key: "identity",
                Wording(
                    zh: "人员表没有身份证号，同名的人无法区分。",
                    en: "The table of people has no identity numbers; people of one name cannot be told apart."),
                Wording(zh: "请补上身份证号列。", en: "Add the column."))
            return
        }
        report(
            .error, .identityMissing, record, .personIdentityNumber,
            Wording(zh: "没有身份证号。", en: "The identity number is missing."),
            Wording(zh: "请照证件填写。", en: "Fill it in from the card."))
    }

    private mutating func check(_ number: String, _ masked: String, _ record: Record, _ row: PersonRow) {
        guard let fault = identityFault(number) else { return }
        report(
            .warning, .identityChecksum, record, .personIdentityNumber, read: masked,
            fault == .date
                ? Wording(zh: "身份证号里的出生日期不存在。", en: "The date of birth in the identity number is no date.")
                : Wording(
                    zh: "身份证号的校验位不对（GB 11643）。", en: "The check character of the identity number is wrong (GB 11643)."),
            Wording(zh: "请照证件核对。", en: "Compare it with the card."))
    }

    /// The day of birth, from its column or else from the identity number.
    private mutating func readBirth(_ record: Record, _ row: inout PersonRow) {
        let own = row.identityNumber.flatMap { identityBirth($0) }
        guard let written = date(.personBirth, record) else {
            row.birth = own
            return
        }
        if let own, contradicts(written, own) {
            report(
                .warning, .birthContradicts, record, .personBirth,
                Wording(zh: "出生日期与身份证号里的不一致。", en: "The date of birth differs from the one in the identity number."),
                Wording(zh: "请照证件核对出生日期和身份证号。", en: "Compare both with the card."))
        }
        row.birth = written.precision == .day ? written.day : own
    }

    private func contradicts(_ written: FactDate, _ own: Day) -> Bool {
        let (left, right) = (written.day.components, own.components)
        switch written.precision {
        case .day: return written.day != own
        case .month: return left.year != right.year || left.month != right.month
        case .year: return left.year != right.year
        }
    }

    /// Whether a field's column has a filled cell in a table.
    func isFilled(_ field: Field, _ table: Int) -> Bool {
        guard let column = tables[table].places[field] else { return false }
        let sheet = tables[table].sheet
        return tables[table].rows.contains { $0.kind == .data && !sheet[$0.row, column].isVoid }
    }

    /// The same identity number on several rows: one person twice, or two people one of whom has a wrong number.
    mutating func findSamePeople() {
        var first: [String: Int] = [:]
        for index in book.people.indices {
            let row = book.people[index]
            guard let number = row.identityNumber else { continue }
            let key = eighteen(number)
            guard let earlier = first[key] else { first[key] = index; continue }
            let other = book.people[earlier]
            if folded(other.name) == folded(row.name) {
                report(
                    .note, .personTwice, sheet: row.origin.sheet, row: row.origin.row, read: row.name,
                    Wording(
                        zh: "“\(row.name)”还登记在 \(other.origin)，身份证号相同，两行都保留。",
                        en:
                            "“\(row.name)” also stands in \(other.origin) with the same identity number; both rows stay."
                    ),
                    Wording(zh: "请核实此人编制在哪一处。", en: "Find out on which establishment the person is."))
                continue
            }
            for (one, counterpart) in [(other, row), (row, other)] {
                report(
                    .warning, .identityDisputed, sheet: one.origin.sheet, row: one.origin.row,
                    read: maskedIdentity(number),
                    Wording(
                        zh: "“\(one.name)”和 \(counterpart.origin) 的“\(counterpart.name)”身份证号相同。",
                        en:
                            "“\(one.name)” and “\(counterpart.name)” in \(counterpart.origin) have the same identity number."
                    ),
                    Wording(
                        zh: "请照证件核对两人的身份证号；查清前两人都不能异动。",
                        en: "Compare both with their cards; neither can be moved until that is settled."))
            }
        }
    }

    /// A number of 15 digits in its form of 18, so that both forms of one person's number are one.
    private func eighteen(_ number: String) -> String {
        guard number.utf8.count == 15 else { return number }
        let longer = number.prefix(6) + "19" + number.dropFirst(6)
        return "0123456789X".map { longer + String($0) }.first { identityFault($0) == nil } ?? number
    }
}
