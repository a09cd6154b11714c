import Basics
import Papers
import Registry

extension FormItem {
    /// What an answer means in a register, or what is wrong with it; nil where it is empty and may be.
    /// - Parameter newcomers: whom earlier forms of the draft register, by the place of the form from 0.
    func read(
        _ answer: String, in register: Register, newcomers: [Int: Person.ID]
    ) throws(AnswerFault) -> FieldValue? {
        let answer = answer.normalised.replacing("\r\n", with: "\n").trimmed
        guard !answer.isEmpty else {
            if isRequired { throw .missing }
            return nil
        }
        guard answer.count <= longest else { throw .tooLong(answer.count, most: longest) }
        let allowsLines = if case .text = kind { true } else if case .bodies = kind { true } else { false }
        guard answer.unicodeScalars.allSatisfy({ $0.isReadable || (allowsLines && $0 == "\n") }) else {
            throw .badCharacters
        }
        return try kind.read(answer, in: register, newcomers: newcomers)
    }
}

extension FieldKind {
    fileprivate func read(
        _ answer: String, in register: Register, newcomers: [Int: Person.ID]
    ) throws(AnswerFault) -> FieldValue {
        switch self {
        case .name:
            guard !answer.contains(where: { "<>\\{}".contains($0) }) else { throw .badCharacters }
            return .text(answer)
        case .line, .text: return .text(answer)
        case .body: return .body(try register.livingBody(answer))
        case .closedBody: return .body(try register.closedBody(answer))
        case .bodies:
            var bodies: [Institution.ID] = []
            for name in answer.split(whereSeparator: { $0 == "、" || $0.isNewline }) {
                bodies.append(try register.livingBody(String(name).trimmed))
            }
            guard Set(bodies).count == bodies.count else {
                throw AnswerFault("repeated", zh: "同一机构写了两次。", en: "A body stands there twice.")
            }
            return .bodies(bodies)
        case .person: return .person(try register.person(answer, newcomers: newcomers))
        case .number(let range):
            guard let number = typedCount(answer) else {
                throw AnswerFault("not-a-number", zh: "应为整数。", en: "Write a whole number.")
            }
            guard range.contains(number) else {
                throw AnswerFault(
                    "out-of-range", zh: "应为\(range.lowerBound)至\(range.upperBound)。",
                    en: "Write \(range.lowerBound) to \(range.upperBound).")
            }
            return .number(number)
        case .day:
            guard let day = typedDay(answer) else {
                throw AnswerFault(
                    "not-a-day", zh: "不是有效日期，应写作 2020-06-30。", en: "No day of the calendar; write 2020-06-30.")
            }
            return .day(day)
        case .date:
            guard let date = typedDate(answer) else {
                throw AnswerFault(
                    "not-a-day", zh: "不是有效日期，应写作 2020-06-30、2020-06 或 2020。",
                    en: "No date; write 2020-06-30, 2020-06 or 2020.")
            }
            return .date(date)
        case .choice(let names): return .choice(try index(of: answer, among: names))
        case .commodity: return .commodity(Commodity.all[try index(of: answer, among: Commodity.all.map(\.name))])
        case .flag: return .flag(try index(of: answer, among: choices ?? []) == 0)
        case .holder:
            let pools: [Holder] = [.grant, .districtPool, .turnoverPool, .returned]
            if let pool = pools.first(where: { $0.name?.zh == answer || $0.name?.en == answer }) {
                return .holder(pool)
            }
            return .holder(.institution(try register.livingBody(answer)))
        case .duty: return .duty(try register.duty(answer))
        case .matter: return .matter(try register.matter(answer))
        case .reservation:
            guard let id = Reservation.ID(answer), register.ledger.reservations[id] != nil else {
                throw AnswerFault(
                    "unknown-reservation", zh: "没有这项未办结的用编或预留。", en: "Nothing of that identifier is put aside.")
            }
            return .reservation(id)
        case .tolerance: return .tolerance(try register.tolerated(answer))
        case .rules: return .text(try register.rulesGoneBy(answer))
        case .citation:
            guard let citation = Citation(answer) else {
                throw AnswerFault(
                    "not-a-citation", zh: "不是文号，应写作 某编〔2020〕12号。", en: "No document number; write it as 某编〔2020〕12号.")
            }
            return .citation(citation)
        case .identityNumber:
            let number = typedIdentity(answer)
            switch identityFault(number) {
            case nil: return .text(number)
            case .shape?:
                throw AnswerFault("bad-identity", zh: "身份证号应为18位。", en: "An identity number has 18 characters.")
            case .date?:
                throw AnswerFault("bad-identity", zh: "身份证号中的出生日期无效。", en: "The birth date in the number is none.")
            case .checksum?:
                throw AnswerFault(
                    "bad-identity", zh: "身份证号校验位不符。", en: "The last character of the number does not fit.")
            }
        }
    }

    /// The index of a name in either language; brackets are typed in either width.
    private func index(of answer: String, among names: [Wording]) throws(AnswerFault) -> Int {
        func wide(_ text: String) -> String { text.replacing("(", with: "（").replacing(")", with: "）") }
        let index = names.firstIndex { wide($0.zh) == wide(answer) || wide($0.en) == wide(answer) }
        guard let index else { throw .noChoice(names) }
        return index
    }
}

extension Register {
    fileprivate func livingBody(_ answer: String) throws(AnswerFault) -> Institution.ID {
        if let id = Institution.ID(answer) {
            guard let body = institutions[id] else { throw .noBody }
            guard body.isActive else {
                throw AnswerFault("closed-body", zh: "该机构已撤销。", en: "This body is closed.")
            }
            return id
        }
        let found = institutions(matching: answer)
        guard let first = found.first else { throw .noBody }
        guard found.count == 1 else { throw .severalBodies(found.count) }
        return first.id
    }

    fileprivate func closedBody(_ answer: String) throws(AnswerFault) -> Institution.ID {
        let found = institutions.values.filter {
            !$0.isActive && ($0.profile.name == answer || $0.id.description == answer)
        }
        guard let first = found.first else {
            throw AnswerFault("unknown-body", zh: "没有已撤销的这一机构。", en: "No closed body of that name.")
        }
        guard found.count == 1 else {
            throw AnswerFault(
                "several-bodies",
                zh: "有\(found.count)个已撤销机构同名，请填机构标识：\(found.map(\.id.description).sorted().joined(separator: "、"))。",
                en: "\(found.count) closed bodies had that name; write the identifier: "
                    + found.map(\.id.description).sorted().joined(separator: ", ") + ".")
        }
        return first.id
    }

    fileprivate func person(_ answer: String, newcomers: [Int: Person.ID]) throws(AnswerFault) -> Person.ID {
        if answer.first == "#" {
            guard let form = Int(answer.dropFirst()), let id = newcomers[form - 1] else {
                throw AnswerFault(
                    "unknown-person", zh: "“\(answer)”应指本件前面登记新人员的一项。",
                    en: "“\(answer)” names no earlier form that registers somebody.")
            }
            return id
        }
        guard let id = Person.ID(answer), people[id] != nil else {
            throw AnswerFault(
                "unknown-person", zh: "台账中没有此人，请输入单位或姓名的一部分，从列出的人员中选择。",
                en: "The register has no such person: type part of their body or name and choose one of those listed.")
        }
        return id
    }

    fileprivate func duty(_ answer: String) throws(AnswerFault) -> DutyStatement.ID {
        if let id = DutyStatement.ID(answer), duties[id] != nil { return id }
        let found = duties.values.filter { $0.text == answer }
        guard found.count == 1, let first = found.first else {
            throw AnswerFault(
                "unknown-duty", zh: found.isEmpty ? "没有这条职责。" : "有\(found.count)条职责写法相同，请选择其一。",
                en: found.isEmpty ? "There is no such duty." : "\(found.count) duties say so; choose one.")
        }
        return first.id
    }

    fileprivate func matter(_ answer: String) throws(AnswerFault) -> Matter.ID {
        if let id = Matter.ID(answer), matters[id] != nil { return id }
        let found = matters.values.filter { $0.name == answer }
        guard found.count == 1, let first = found.first else {
            throw AnswerFault(
                "unknown-matter", zh: found.isEmpty ? "没有这个事项。" : "有\(found.count)个事项同名，请选择其一。",
                en: found.isEmpty ? "There is no such matter." : "\(found.count) matters have that name; choose one.")
        }
        return first.id
    }
}

extension AnswerFault {
    fileprivate static let noBody = AnswerFault(
        "unknown-body", zh: "台账中没有这个机构。", en: "The register has no such body.")
}

extension Unicode.Scalar {
    /// Whether it is something to read: no control character, and none that turns the direction of what follows.
    fileprivate var isReadable: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: true
        }
    }
}
