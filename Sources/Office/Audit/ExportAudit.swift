import Basics
import Papers
import Registry

extension AuditTrail {
    /// How many records a file has at most.
    package static let mostExported = 100_000

    /// What a search finds, as a sheet to be written as a workbook or as CSV (导出审计). Whoever hands it out puts that on
    /// record.
    package func sheet(_ search: AuditSearch, in language: Language) throws(OfficeFailure) -> OutputSheet {
        let page = try read(search, most: AuditTrail.mostExported)
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let rows = page.lines.map { line -> [OutputCell] in
            [
                .integer(line.position), .text(line.recorded.officeClock), .text(line.person.said(in: language)),
                .text(line.place.said(in: language)), .text(line.action?.name.said(in: language) ?? "—"),
                .text(line.what.wording.said(in: language)),
                .text(line.outcome?.name.said(in: language) ?? "—"), .text(line.digest.description),
            ]
        }
        return OutputSheet(
            name: say("审计记录", "Audit"),
            columns: [
                OutputColumn(say("序号", "No."), width: 8, kind: .integer), OutputColumn(say("时间", "When"), width: 20),
                OutputColumn(say("何人", "Who"), width: 24), OutputColumn(say("来源", "From"), width: 16),
                OutputColumn(say("事项", "Action"), width: 20),
                OutputColumn(say("内容", "About"), width: 60, kind: .wrapped),
                OutputColumn(say("结果", "Outcome"), width: 10), OutputColumn(say("摘要", "Digest"), width: 66),
            ],
            rows: rows,
            notes: page.next == nil
                ? []
                : [
                    say(
                        "仅含最近 \(AuditTrail.mostExported) 条，请缩小日期范围再导出其余。",
                        "Only the last \(AuditTrail.mostExported) records. Choose fewer days for the rest.")
                ])
    }
}

extension Instant {
    /// Day and time on the offices' clocks: `yyyy-MM-dd HH:mm:ss`.
    package var officeClock: String {
        String(
            Instant(milliseconds: milliseconds + Instant.officeLead).description.prefix(19).map { $0 == "T" ? " " : $0 }
        )
    }
}
