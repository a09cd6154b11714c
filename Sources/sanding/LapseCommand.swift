import ArgumentParser
import Basics
import Office

/// `sanding lapse`: the daily run, which ends what was put aside until a day that has passed.
struct LapseCommand: Acting {
    static let configuration = CommandConfiguration(
        commandName: "lapse", abstract: "日终处理：到期的用编和预留失效 · end what was put aside until a day that has passed")

    @OptionGroup var desk: DeskOptions

    @Option(help: "处理日期 yyyy-MM-dd，默认今天 · on which day, by default today")
    var day: String?

    @Option(help: "以谁的名义 · in whose name")
    var by: String = "日终处理"

    var deed: TerminalDeed { TerminalDeed(action: .registerAct, what: "lapse", officer: by) }

    func act(at open: inout Desk) throws {
        var source = SystemRandomNumberGenerator()
        let instant = now()
        let officer = try open.officer(named: by, from: &source)
        let lapsed = try open.lapseReservations(
            on: try day.map { try readDay($0) } ?? instant.officeDay, by: officer, at: instant)
        print(desk.say("到期失效\(lapsed.entries.count)项。", "\(lapsed.entries.count) lapsed."))
        for entry in lapsed.entries {
            print("  \(desk.say("第\(entry.position)号决定", "Act \(entry.position)")) \(entry.act.document.citation)")
        }
        for (reservation, failure) in lapsed.kept {
            print("✗ \(reservation.id.description.prefix(8)) \(desk.say(failure.wording)) [\(failure.code)]")
        }
    }
}
