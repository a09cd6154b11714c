import ArgumentParser
import Basics
import Office
import Registry

/// `sanding as-of DAY`: the register at the end of a day, as known now or as known then.
struct AsOfCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "as-of", abstract: "某日的台账，可按当时所知 · the register of a day, also as known then")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "哪一天 yyyy-MM-dd · the day")
    var day: String

    @Option(help: "按当时所知：决定号，或时刻 2020-06-30T08:00:00Z · as known at a position or an instant")
    var known: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        let asOf = try readDay(day)
        var history = open.history
        if let known {
            if let position = Int(known), position > history.position {
                throw OfficeFailure(
                    .input, "unknown-position", zh: "没有第\(position)号决定，最后是第\(history.position)号。",
                    en: "There is no Act \(position); the last is \(history.position).")
            } else if let position = Int(known), position >= 0 {
                history = history.known(at: position)
            } else if let instant = Instant(iso: known) {
                history = history.known(at: history.position(at: instant))
            } else {
                throw OfficeFailure(
                    .input, "bad-known", zh: "“\(known)”既不是决定号，也不是时刻（2020-06-30T08:00:00Z）。",
                    en: "“\(known)” is neither a position nor an instant (2020-06-30T08:00:00Z).")
            }
        }
        let register = history.register(on: asOf)
        let summary = CountySummary(of: register)
        let types = InstitutionType.allCases.map { ($0, summary.bodies[$0] ?? 0) }
        let unknown = summary.unknownBodies
        let kinds = EstablishmentKind.allCases.map { ($0, summary.approved[$0] ?? 0, summary.occupied[$0] ?? 0) }
        if json {
            print(
                try JSON.object([
                    "day": .string(asOf.description), "known": .integer(history.position),
                    "digest": .string(register.digest.description),
                    "bodies": .object(Dictionary(types.map { (desk.say($0.0.name), JSON.integer($0.1)) }) { $0 + $1 }),
                    "bodiesWithUnknownHeads": .integer(unknown),
                    "heads": .array(
                        kinds.map {
                            [
                                "kind": .string(desk.say($0.0.name)), "approvedAtLeast": .integer($0.1),
                                "occupied": .integer($0.2),
                            ]
                        }),
                    "people": .integer(summary.people),
                    "tolerances": .integer(summary.tolerances),
                ]).text())
            return
        }
        print(
            desk.say(
                "\(asOf) 的台账，按第\(history.position)号决定所知；摘要 \(register.digest.short)",
                "The register of \(asOf), as known at Act \(history.position); digest \(register.digest.short)"))
        var bodies = Table([desk.say("机构类型", "type"), desk.say("数量", "bodies")], rightAligned: [1])
        for (type, count) in types where count > 0 { bodies.add([desk.say(type.name), "\(count)"]) }
        bodies.add([desk.say("合计", "total"), "\(types.reduce(0) { $0 + $1.1 })"])
        bodies.lines.forEach { print($0) }
        print("")
        var heads = Table(
            [desk.say("编制类别", "kind"), desk.say("核定", "approved"), desk.say("实有", "occupied")], rightAligned: [1, 2])
        let mark = unknown > 0 ? "≥" : ""
        for (kind, approved, occupied) in kinds where approved > 0 || occupied > 0 {
            heads.add([desk.say(kind.name), "\(mark)\(approved)", "\(occupied)"])
        }
        heads.lines.forEach { print($0) }
        if unknown > 0 {
            print(desk.say("其中\(unknown)个机构编制数未知。", "Of these, \(unknown) bodies have unknown headcount."))
        }
    }
}

private func + (left: JSON, right: JSON) -> JSON { right }
