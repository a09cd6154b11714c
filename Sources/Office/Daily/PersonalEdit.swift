import Basics
import Papers
import Registry

/// What a form says of a person that stands sealed beside the journal (个人信息填报); what is nil stays as it was.
package struct PersonalEdit: Hashable, Sendable {
    /// Name (姓名).
    package var name: String?
    /// Sex: 男 or 女.
    package var sex: String?
    /// Identity number, in upper case.
    package var number: String?
    /// Birth date, `yyyy-MM-dd`.
    package var birth: String?
    /// How they came (进入形式).
    package var entryForm: String?
    /// A remark.
    package var remark: String?

    /// Nothing is said.
    var isEmpty: Bool { self == PersonalEdit() }

    /// The record with what is said.
    func applied(to record: PersonalRecord?) -> PersonalRecord {
        var record = record ?? PersonalRecord(name: "")
        record.name = name ?? record.name
        record.sex = sex ?? record.sex
        record.number = number ?? record.number
        record.birth = birth ?? record.birth
        record.entryForm = entryForm ?? record.entryForm
        record.remark = remark ?? record.remark
        return record
    }
}

/// Personal data to be sealed with the Act that a draft becomes.
struct PersonalSealing: Hashable, Sendable {
    /// The form that says so, from 0.
    let form: Int
    /// Whose.
    let person: Person.ID
    /// What is said.
    let edit: PersonalEdit
    /// Whether the person is new.
    let isNew: Bool
}

extension Filling {
    /// What the personal fields of the form say. Sex and birth date are read from the number where they are not written.
    mutating func personalEdit() -> PersonalEdit {
        var edit = PersonalEdit(
            name: textIfAny("name"), sex: choiceIfAny("sex", Sex.self).map { $0 == .male ? "男" : "女" },
            number: textIfAny("number"), birth: values["birth"] == nil ? nil : day("birth").description,
            entryForm: textIfAny("entry"), remark: textIfAny("remark"))
        guard let number = edit.number else { return edit }
        let born = identityBirth(number)?.description
        if let birth = edit.birth, birth != born {
            refuse(
                "birth", "birth-not-in-number", zh: "与身份证号中的出生日期不一致。", en: "The identity number has another birth date."
            )
        }
        let sex = identitySex(number).map { $0 == .male ? "男" : "女" }
        if let said = edit.sex, let sex, said != sex {
            refuse("sex", "sex-not-in-number", zh: "与身份证号中的性别不一致。", en: "The identity number has the other sex.")
        }
        edit.birth = edit.birth ?? born
        edit.sex = edit.sex ?? sex
        return edit
    }
}

extension PersonalRecord {
    /// A record of somebody of whom only the name is known.
    init(name: String) {
        self.name = name
        sex = nil
        number = nil
        birth = nil
        entryForm = nil
        remark = nil
    }
}
