import Basics
import Registry

/// One field of a form (填报项): what is asked, and what may be written there.
package struct FormItem: Sendable {
    /// Its name on the wire; stands in addresses, never in what people read.
    package let key: String
    /// What it is called. The Chinese is its name in the draft's text.
    package let label: Wording
    /// What to write, or what it means to leave it empty; nil where the label says all.
    package let hint: Wording?
    /// What may be written there.
    package let kind: FieldKind
    /// Whether it must be filled.
    package let isRequired: Bool
    /// How many characters at most.
    package let longest: Int
    /// Whether it holds personal data: shown masked to whoever has not given a reason.
    package let isPersonal: Bool

    init(
        _ key: String, _ label: Wording, _ kind: FieldKind, isRequired: Bool = true, hint: Wording? = nil,
        isPersonal: Bool = false
    ) {
        self.key = key
        self.label = label
        self.hint = hint
        self.kind = kind
        self.isRequired = isRequired
        longest = kind.longest
        self.isPersonal = isPersonal
    }
}

/// What may be written in a field (填报项类型).
package enum FieldKind: Sendable {
    /// A name on one line, without signs that no name has.
    case name
    /// A line of free text.
    case line
    /// Free text of several lines.
    case text
    /// A living body, by its full name or identifier.
    case body
    /// A closed body, by its full name where only one had it, or its identifier.
    case closedBody
    /// Several living bodies, one a line or with 、 between them.
    case bodies
    /// A person, by identifier, or `#2` for whoever form 2 of the draft registers.
    case person
    /// A whole number.
    case number(ClosedRange<Int>)
    /// A day of the calendar, in any usual shape.
    case day
    /// A date as a record has it: day, month or year.
    case date
    /// One of these, by its name in either language.
    case choice([Wording])
    /// Heads of a kind or leader posts of a role and rank, by their name.
    case commodity
    /// A body, a pool, the grant or what was returned.
    case holder
    /// A duty statement, by identifier, or its text where only one says so.
    case duty
    /// A matter, by its name or identifier.
    case matter
    /// Heads or posts put aside, by identifier.
    case reservation
    /// A breach that is put up with, by whom it is about.
    case tolerance
    /// A rule pack that is gone by, by its code.
    case rules
    /// Yes or no.
    case flag
    /// A document's number.
    case citation
    /// An identity number.
    case identityNumber

    /// How many characters at most.
    var longest: Int {
        switch self {
        case .name, .body, .closedBody, .holder, .line, .citation, .rules: 100
        case .text, .duty, .bodies: 2000
        case .matter, .tolerance: 200
        case .person, .reservation: 40
        case .number, .day, .date: 20
        case .flag: 10
        case .choice, .commodity: 60
        case .identityNumber: 24
        }
    }

    /// The names there are to choose from; nil where it is no choice.
    package var choices: [Wording]? {
        switch self {
        case .choice(let names): names
        case .commodity: Commodity.all.map(\.name)
        case .flag: [Wording(zh: "是", en: "yes"), Wording(zh: "否", en: "no")]
        default: nil
        }
    }
}

extension Commodity {
    /// Everything that can be counted, in the order of tables.
    static let all: [Commodity] =
        EstablishmentKind.allCases.map(Commodity.heads)
        + LeaderRole.allCases.flatMap { role in Rank.allCases.map { .posts(LeaderPost(role, $0)) } }
}

/// What a field was found to say.
enum FieldValue: Hashable, Sendable {
    case text(String)
    case body(Institution.ID)
    case bodies([Institution.ID])
    case person(Person.ID)
    case number(Int)
    case day(Day)
    case date(FactDate)
    case choice(Int)
    case commodity(Commodity)
    case holder(Holder)
    case duty(DutyStatement.ID)
    case matter(Matter.ID)
    case reservation(Reservation.ID)
    case tolerance(Invariant)
    case flag(Bool)
    case citation(Citation)
}
