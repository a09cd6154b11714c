import ArgumentParser
import Basics
import Norms
import Office
import Papers
import Registry

/// `sanding norms check [BODY]`: what the rules say of a body, of all bodies, or of one that is only supposed.
struct NormsCheckCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "按规则核对：全部、一个或设想的机构 · what the rules say of bodies, real or supposed")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var rules: RuleOptions

    @Argument(help: "机构，省略为全部 · a body; all when left out")
    var body: String?

    @Option(name: .customLong("with"), help: "设想的机构：名称=值，如 机构类型=事业单位 编制数=11 · a supposed body's facts")
    var facts: [String] = []

    @Option(name: .customLong("item"), help: "只看某个项目，如 领导职数，可多次 · only this item")
    var items: [String] = []

    @Option(name: .customLong("group"), help: "只看某组：over under agrees unknown discretion none · only this group")
    var group: GroupName?

    @Option(help: "取整：up nearest down · the rounding of staffing norms")
    var rounding: RoundingName?

    @Option(help: "最多列出多少 · list at most so many")
    var limit: Int = 40

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        if !facts.isEmpty { return try answerSupposed() }
        let open = try desk.desk()
        let day = try rules.day(at: open)
        let register = open.history.register(on: day)
        let book = try rules.rulebook(at: open, on: day)
        let wanted = try chosenItems(of: book)
        let bodies: [Institution]
        if let body {
            bodies = [try desk.body(body, in: register)]
        } else {
            bodies = register.institutions.values.filter { $0.isActive && $0.profile.type.holdsAccounts }
                .sorted { ($0.profile.name, $0.id) < ($1.profile.name, $1.id) }
        }
        var found: [(Institution, Verdict)] = []
        var counts: [NormItem: [Standing.Group: Int]] = [:]
        for one in bodies {
            for verdict in verdicts(
                on: wanted, for: one.id, in: register, by: book, rounding: rounding?.rounding)
            {
                counts[verdict.item, default: [:]][verdict.standing.group, default: 0] += 1
                if let group, verdict.standing.group != group.group { continue }
                if body == nil, group == nil, verdict.standing.group == .noRule { continue }
                found.append((one, verdict))
            }
        }
        try show(found, counts, day: day)
    }

    /// A body that is planned or supposed, from its facts alone; needs no register where packs are named.
    private func answerSupposed() throws {
        let sheet: FactSheet
        do { sheet = try readFacts(facts) } catch {
            throw OfficeFailure(.input, "bad-facts", zh: error.wording.zh, en: error.wording.en)
        }
        let book: Rulebook
        if rules.packs.isEmpty {
            let open = try desk.desk()
            book = try rules.rulebook(at: open, on: rules.day(at: open))
        } else {
            let day = try rules.day.map { try readDay($0) } ?? now().officeDay
            book = Rulebook(try rules.packs.map { Adoption(try writtenRules($0).pack, on: day) }, on: day)
        }
        let found = try chosenItems(of: book).map {
            verdict(on: $0, for: sheet, by: book, rounding: rounding?.rounding)
        }
        if json {
            print(try JSON.array(found.map { $0.json(named: nil, desk) }).text())
        } else {
            for verdict in found { print("\(desk.say(verdict.item.name))\(desk.colon)\(desk.say(verdict.wording))") }
        }
    }

    private func chosenItems(of book: Rulebook) throws -> [NormItem] {
        let chosen = try items.map { word -> NormItem in
            guard let item = normItem(named: word) else {
                let known = NormItem.allCases.map(\.name)
                throw OfficeFailure(
                    .input, "unknown-item", zh: "没有核定项目“\(word)”。可选：\(known.map(\.zh).joined(separator: "、"))。",
                    en: "There is no item “\(word)”. Choose from: \(known.map(\.en).joined(separator: ", ")).")
            }
            return item
        }
        // What the register has no figures of is only told when asked for, or of a body that is supposed.
        let told = facts.isEmpty ? book.items.filter { $0 != .unitLeaders && $0 != .smallBody } : book.items
        return chosen.isEmpty ? told : chosen
    }

    private func show(
        _ found: [(Institution, Verdict)], _ counts: [NormItem: [Standing.Group: Int]], day: Day
    ) throws {
        if json {
            print(try JSON.array(found.map { $0.1.json(named: $0.0.profile.name, desk) }).text())
            return
        }
        if body != nil {
            for (_, verdict) in found {
                print("\(desk.say(verdict.item.name))\(desk.colon)\(desk.say(verdict.wording))")
            }
            return
        }
        var summary = Table(
            [desk.say("项目", "item")] + Standing.Group.allCases.map { desk.say($0.name) },
            rightAligned: Set(1...Standing.Group.allCases.count))
        for item in counts.keys.sorted() {
            summary.add([desk.say(item.name)] + Standing.Group.allCases.map { "\(counts[item]?[$0] ?? 0)" })
        }
        print(desk.say("按\(day)的规则核对：", "By the rules of \(day):"))
        print(summary.lines.joined(separator: "\n"))
        for (one, verdict) in found.filter({ group != nil || $0.1.standing.group != .agrees }).prefix(limit) {
            let standing = desk.say(verdict.standing.wording(of: verdict.item))
            print(
                "  \(one.profile.name) · \(desk.say(verdict.item.name)) · \(standing) · \(desk.say(verdict.opinion))")
        }
    }
}

/// The groups as a person types them.
enum GroupName: String, CaseIterable, ExpressibleByArgument {
    case agrees, over, under, unknown, discretion, none

    var group: Standing.Group {
        switch self {
        case .agrees: .agrees
        case .over: .over
        case .under: .under
        case .unknown: .cannotTell
        case .discretion: .needsDiscretion
        case .none: .noRule
        }
    }
}

/// The ways of rounding as a person types them.
enum RoundingName: String, CaseIterable, ExpressibleByArgument {
    case up, nearest, down

    var rounding: Rounding {
        switch self {
        case .up: .up
        case .nearest: .nearest
        case .down: .down
        }
    }
}

extension Verdict {
    /// The verdict as JSON.
    func json(named name: String?, _ desk: DeskOptions) -> JSON {
        var range: JSON = .null
        var isOpen = false
        if case .allowed(let allowed, let open) = outcome {
            range = ["min": JSON(allowed.low), "max": JSON(allowed.high)]
            isOpen = open
        }
        var missing: JSON = .null
        if case .cannotTell(let what) = outcome {
            missing = [
                "facts": .array(what.facts.facts.map { .string(desk.say($0.name)) }),
                "packs": .array(what.packs.map { .string($0) }),
            ]
        }
        return [
            "body": JSON(name), "institution": JSON(body.map(\.description)), "item": .string("\(item)"),
            "allowed": range, "open": .boolean(isOpen), "group": .string("\(standing.group)"),
            "approved": JSON(figures.approved), "inPlace": JSON(figures.inPlace), "missing": missing,
            "pack": JSON(ruling?.pack.code), "clause": JSON(ruling?.clause.number), "text": JSON(ruling?.clause.text),
            "inputs": .array(
                inputs.map { ["fact": .string(desk.say($0.fact.name)), "said": .string(desk.say($0.wording))] }),
            "nearest": .array(
                nearestChanges.map { change in
                    [
                        "fact": .string(desk.say(change.fact.name)), "from": .integer(change.value),
                        "to": .integer(change.other), "then": .string(desk.say(change.outcome.wording(of: item))),
                    ]
                }),
            "wording": .string(desk.say(wording)),
        ]
    }
}
