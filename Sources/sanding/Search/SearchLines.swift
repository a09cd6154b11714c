import Basics
import Foundation
import Office
import Registry
import Search

/// How what matched is shown in a line.
enum MatchStyle {
    /// As it is: for files and pipes.
    case plain
    /// In colour: for a terminal.
    case coloured

    /// In colour on a terminal, unless `NO_COLOR` is set; elsewhere where `CLICOLOR_FORCE` asks for it.
    static var ofOutput: MatchStyle {
        let environment = ProcessInfo.processInfo.environment
        if !(environment["NO_COLOR"] ?? "").isEmpty { return .plain }
        if !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "") { return .coloured }
        return isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb" ? .coloured : .plain
    }

    /// A text with what matched in it.
    func text(_ marked: MarkedText) -> String {
        guard self == .coloured else { return marked.text }
        return marked.pieces.map { $0.isMatch ? "\u{1B}[1;31m\($0.text)\u{1B}[0m" : $0.text }.joined()
    }
}

extension SearchMatch {
    /// What was found, on one line.
    func line(in register: Register, _ desk: DeskOptions, _ style: MatchStyle) -> String {
        func shown(_ role: TextRole) -> String? {
            texts.first { $0.role == role }.map { style.text($0.marked) }
        }
        var notes: [String] = []
        let text: String
        switch subject {
        case .institution(let id):
            text = shown(.name) ?? register.institutions[id]?.profile.name ?? ""
            notes = texts.filter { $0.role != .name }.map {
                "\(desk.say($0.role.name))\(desk.colon)\(style.text($0.marked))"
            }
            if isPast { notes.append(desk.say("已撤销", "closed")) }
        case .duty(let id):
            let duty = register.duties[id]
            text = shown(.duty) ?? ""
            let holder = duty.flatMap { register.institutions[$0.holder]?.profile.name } ?? ""
            let number = duty?.number ?? 0
            notes = [desk.say("\(holder)第\(number)条", "\(holder), \(number)")]
        case .document(let citation):
            text = shown(.citation) ?? citation.description
            if let title = shown(.title) { notes = [title] }
        case .person(let id):
            text = style.text(best.marked)
            let places = register.people[id]?.places ?? []
            notes = places.compactMap { register.institutions[$0.institution]?.profile.name }
            if best.role == .identityNumber { notes.append(desk.say(best.role.name)) }
            if isPast { notes.append(desk.say("已离编", "left")) }
        }
        let beside = notes.joined(separator: desk.say("；", "; "))
        return "\(desk.say(kind.name))  \(text)" + (beside.isEmpty ? "" : desk.say("（\(beside)）", " (\(beside))"))
    }
}

extension SearchAnswer {
    /// How many there are, and how many of them were not listed.
    func summary(_ desk: DeskOptions) -> String {
        guard total > 0 else { return desk.say("没有找到。", "Nothing found.") }
        let counts = SearchKind.allCases.compactMap { kind in totals[kind].map { desk.say(kind.counted($0)) } }
            .joined(separator: desk.say("、", ", "))
        let more = total - matches.count
        let all = desk.say("共\(total)项：\(counts)。", "\(total) found: \(counts).")
        return more == 0
            ? all
            : all
                + desk.say(
                    "其余\(more)项未列出，可用 --limit、--kind 或再加一个词。",
                    " \(more) more not listed: use --limit, --kind or one more word.")
    }

    /// The answer for programs. People are named by identifier only, and their texts are left out.
    var json: JSON {
        [
            "total": .integer(total),
            "totals": .object(Dictionary(totals.map { ($0.key.rawValue, JSON.integer($0.value)) }) { $1 }),
            "matches": .array(matches.map { $0.json(in: register) }),
        ]
    }
}

extension SearchMatch {
    fileprivate func json(in register: Register) -> JSON {
        let id: String
        var body: Institution.ID?
        var number: Int?
        switch subject {
        case .institution(let institution): (id, body) = (institution.description, institution)
        case .duty(let duty):
            id = duty.description
            body = register.duties[duty]?.holder
            number = register.duties[duty]?.number
        case .document(let citation): id = citation.description
        case .person(let person): id = person.description
        }
        return [
            "kind": .string(kind.rawValue), "id": .string(id), "fit": .string("\(fit)"), "past": .boolean(isPast),
            "best": .string(best.role.rawValue), "number": JSON(number),
            "body": JSON(body.flatMap { register.institutions[$0]?.profile.name }),
            "texts": .array(
                kind == .person
                    ? []
                    : texts.map { text in
                        [
                            "role": .string(text.role.rawValue), "text": .string(text.marked.text),
                            "ranges": .array(
                                text.marked.ranges.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) }),
                        ]
                    }),
        ]
    }
}
