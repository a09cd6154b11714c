import Basics
import Registry

/// What kind of thing is found (检索范围), in the order in which kinds stand where they fit equally well.
package enum SearchKind: String, CaseIterable, Comparable, Sendable {
    /// A body (机构).
    case institution = "institution"
    /// A duty statement (职责条文).
    case duty = "duty"
    /// A document that Acts cite (文件).
    case document = "document"
    /// A person (人员).
    case person = "person"

    /// By their order in the list.
    package static func < (left: SearchKind, right: SearchKind) -> Bool { left.place < right.place }

    private var place: Int { SearchKind.allCases.firstIndex(of: self) ?? 0 }
}

/// What was found, by its identifier.
package enum SearchSubject: Hashable, Sendable {
    /// A body, closed ones too.
    case institution(Institution.ID)
    /// A duty statement in force.
    case duty(DutyStatement.ID)
    /// A document, by its citation.
    case document(Citation)
    /// A person.
    case person(Person.ID)
}

/// What a text is to the thing it belongs to (文本来源).
package enum TextRole: String, CaseIterable, Sendable {
    /// Its name.
    case name = "name"
    /// Its regular short name (规范简称).
    case shortName = "shortName"
    /// A name it had (曾用名).
    case formerName = "formerName"
    /// An additional name plate (加挂牌子).
    case plate = "plate"
    /// A name plate that was taken down (原加挂牌子).
    case formerPlate = "formerPlate"
    /// The office's own code of it (机构编码).
    case officeCode = "officeCode"
    /// Its unified social credit code (统一社会信用代码).
    case registrationCode = "registrationCode"
    /// The document that set it up (批准文号).
    case founding = "founding"
    /// The text of a duty statement.
    case duty = "duty"
    /// The citation of a document (文号).
    case citation = "citation"
    /// The title of a document, which stands sealed.
    case title = "title"
    /// The name of the body that a duty or a person belongs to.
    case holder = "holder"
    /// What the register calls a person without their name.
    case mark = "mark"
    /// An identity number, found whole and never shown.
    case identityNumber = "identityNumber"
}
