import ArgumentParser
import Basics
import Office
import Registry

/// `sanding counties`: the figures of every county in the database, and of all together.
struct CountiesCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "counties", abstract: "各区划汇总与合计 · every county's figures, and all together",
        discussion: "只装载上次汇总后有变动的区划；各区划按其台账全部记录计算。")

    @OptionGroup var desk: DeskOptions

    @Flag(help: "全部重新汇总 · sum up all anew")
    var anew = false

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let journal = try desk.journal()
        var progress = Progress()
        let figures = try journal.sumUp(anew: anew) { done, all in
            progress.say(desk.say("汇总 \(done)/\(all)", "summing up \(done)/\(all)"))
        }
        progress.done()
        if json {
            return print(
                try JSON.object([
                    "loaded": .integer(figures.loaded), "total": json(figures.total),
                    "counties": .array(
                        figures.counties.map { county in
                            [
                                "district": .string(county.jurisdiction), "position": .integer(county.position),
                                "figures": json(county.summary),
                            ]
                        }),
                ]).text())
        }
        var table = Table(
            [
                desk.say("区划", "district"), desk.say("决定号", "Act"), desk.say("机构", "bodies"),
                desk.say("核定编制", "approved"), desk.say("实有", "occupied"), desk.say("领导", "leaders"),
                desk.say("在编人员", "people"), desk.say("容忍项", "tolerated"),
            ], rightAligned: [1, 2, 3, 4, 5, 6, 7])
        for county in figures.counties { table.add(row(county.jurisdiction, "\(county.position)", county.summary)) }
        table.add(row(desk.say("合计", "total"), "", figures.total))
        table.lines.forEach { print($0) }
        print(
            desk.say(
                "共\(figures.counties.count)个区划，其中\(figures.loaded)个有变动，已重新汇总。",
                "\(figures.counties.count) districts; \(figures.loaded) had changed and were summed up anew."))
    }

    private func row(_ name: String, _ position: String, _ summary: CountySummary) -> [String] {
        func sum(_ counts: some Sequence<Int>) -> Int { counts.reduce(0, +) }
        return [
            name, position, "\(sum(summary.bodies.values))",
            (summary.unknownBodies > 0 ? "≥" : "") + "\(sum(summary.approved.values))",
            "\(sum(summary.occupied.values))", "\(sum(summary.leaders.values))", "\(summary.people)",
            "\(summary.tolerances)",
        ]
    }

    private func json(_ summary: CountySummary) -> JSON {
        func counts<Kind: Hashable & RawRepresentable<UInt8>>(_ counts: [Kind: Int], _ name: (Kind) -> Wording) -> JSON
        {
            .array(
                counts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                    ["name": .string(desk.say(name($0.key))), "count": .integer($0.value)]
                })
        }
        return [
            "bodies": counts(summary.bodies) { $0.name }, "approvedAtLeast": counts(summary.approved) { $0.name },
            "occupied": counts(summary.occupied) { $0.name }, "leaders": counts(summary.leaders) { $0.name },
            "bodiesWithUnknownHeads": .integer(summary.unknownBodies), "people": .integer(summary.people),
            "tolerances": .integer(summary.tolerances),
        ]
    }
}
