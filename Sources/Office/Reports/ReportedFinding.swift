import Basics
import Diagnosis
import Registry

/// A finding with the names of what it is about.
package struct ReportedFinding: Sendable {
    /// What was found.
    package let finding: Finding
    /// Its number in its section, from 1.
    package let number: Int
    /// What it is about, the first where it was found.
    package let subjects: [NamedSubject]
    /// What became of it, where the office has said so.
    package let state: Wording?

    init(_ finding: Finding, number: Int, in register: Register, state: Wording?) {
        self.finding = finding
        self.number = number
        self.state = state
        subjects = finding.subjects.map { NamedSubject($0, in: register) }
    }

    /// The cells it stands on: `机构!60 人员!858`.
    var sources: String { finding.origins.map(\.description).joined(separator: " ") }

    /// What it is about, in the reader's language.
    func subjectNames(in language: Language) -> String {
        subjects.map { $0.name.said(in: language) }.joined(separator: language == .zh ? "、" : ", ")
    }
}

/// A subject by a name that may be read: bodies and matters by theirs, people by their row.
package struct NamedSubject: Sendable {
    /// The subject.
    package let subject: Subject
    /// What to call it.
    package let name: Wording
    /// Where the office's own table lists it.
    package let origin: Origin?

    init(_ subject: Subject, in register: Register) {
        self.subject = subject
        switch subject {
        case .institution(let id):
            let body = register.institutions[id]
            let name = body?.profile.name ?? id.description
            self.name = Wording(zh: name, en: name)
            origin = body?.origin
        case .matter(let id):
            let matter = register.matters[id]
            let name = matter?.name ?? id.description
            self.name = Wording(zh: name, en: name)
            origin = matter?.origin
        case .duty(let id):
            let duty = register.duties[id]
            let holder = duty.flatMap { register.institutions[$0.holder]?.profile.name } ?? ""
            let text = "\(holder)：\(duty?.text ?? id.description)"
            name = Wording(zh: text, en: text)
            origin = duty?.origin
        case .commodity(let commodity):
            name = commodity.name
            origin = nil
        case .person(let id):
            origin = register.people[id]?.origin
            // The row is what the office can look up; the identifier is only for who has the database.
            let place = origin?.description ?? id.description
            name = Wording(zh: "人员（\(place)）", en: "Person (\(place))")
        }
    }
}
