import Basics
import Diagnosis
import Registry

extension BaselineSummary {
    /// Bodies by type, rank, class, funding and size.
    var bodyTables: [ReportTable] {
        [
            table(
                "types", Wording(zh: "机构类型", en: "Type"), types, name: \.name,
                title: Wording(zh: "机构：按类型", en: "Bodies by type")),
            table(
                "ranks", Wording(zh: "规格", en: "Rank"), ranks, name: \.name,
                title: Wording(zh: "机构：按规格", en: "Bodies by rank")),
            table(
                "classes", Wording(zh: "分类", en: "Class"), categories, name: \.name, showsInstitutions: false,
                title: Wording(zh: "事业单位：按分类", en: "Public institutions by class")),
            table(
                "funding", Wording(zh: "经费形式", en: "Funding"), fundings, name: \.name,
                title: Wording(zh: "机构：按经费形式", en: "Bodies by funding")),
            table(
                "sizes", Wording(zh: "核定编制规模", en: "Approved heads"), sizes, name: \.name,
                title: Wording(zh: "机构：按核定编制规模", en: "Bodies by approved heads")),
        ]
    }

    private func table<Key>(
        _ id: String, _ key: Wording, _ breakdown: Breakdown<Key>, name: (Key) -> Wording,
        showsInstitutions: Bool = true, title: Wording
    ) -> ReportTable {
        let isWhole = breakdown.total.approved.isWhole
        func cells(_ row: Breakdown<Key>.Row, _ label: Wording) -> [ReportTable.Cell] {
            [.text(label), .number(row.bodies)] + (showsInstitutions ? [.number(row.publicInstitutions)] : [])
                + row.approved.cells(showsUnknown: !isWhole) + [.number(row.occupied)]
        }
        return ReportTable(
            id: id, title: title,
            columns: [key, .bodies] + (showsInstitutions ? [.publicInstitutions] : [])
                + [.approved] + (isWhole ? [] : [.unknownBodies]) + [.occupied],
            rows: breakdown.rows.map { cells($0, ($0.key.map(name) ?? .unknown).capitalised) },
            total: cells(breakdown.total, .total), notes: isWhole ? [] : [.atLeast])
    }

    /// Who supervises how many bodies.
    /// - Parameter limit: how many to show at most, the biggest first.
    func supervisorTable(limit: Int = .max) -> ReportTable {
        let shown = supervisors.prefix(limit)
        let isWhole = shown.allSatisfy(\.approved.isWhole)
        var notes: [Wording] = isWhole ? [] : [.atLeast]
        if shown.count < supervisors.count {
            notes.append(
                Wording(
                    zh: "共\(supervisors.count)个主管部门，此处列出所属单位最多的\(shown.count)个。",
                    en: "The \(shown.count) with most bodies, of \(supervisors.count) supervisors."))
        }
        if unsupervised > 0 {
            notes.append(
                Wording(
                    zh: "另有\(unsupervised)个事业单位主管部门未知。",
                    en: "The supervisor of \(unsupervised) public institutions is unknown."))
        }
        return ReportTable(
            id: "supervisors", title: Wording(zh: "主管部门所属单位", en: "Bodies per supervisor"),
            columns: [Wording(zh: "主管部门", en: "Supervisor"), .bodies, .publicInstitutions, .approved]
                + (isWhole ? [] : [.unknownBodies]) + [.occupied],
            rows: shown.map { row in
                [
                    .text(Wording(zh: row.name, en: row.name)), .number(row.bodies), .number(row.publicInstitutions),
                ] + row.approved.cells(showsUnknown: !isWhole) + [.number(row.occupied)]
            }, notes: notes)
    }

    /// What each threshold would call small.
    var sensitivityTable: ReportTable {
        let all = Rank.allCases.map { Optional($0) } + [nil]
        let shown = all.filter { rank in sensitivity.contains { $0.count(rank) > 0 } }
        let unknown = sensitivity.first?.unknown ?? 0
        return ReportTable(
            id: "sensitivity", title: Wording(zh: "小机构阈值测算", en: "Small bodies by threshold"),
            columns: [
                Wording(zh: "核定编制不超过", en: "Approved heads up to"), Wording(zh: "事业单位", en: "Public institutions"),
            ] + shown.map { $0?.name ?? Wording(zh: "规格未知", en: "rank unknown") } + [
                .approved, .occupied, Wording(zh: "涉及主管部门", en: "Supervisors"),
            ],
            rows: sensitivity.map { row in
                [
                    .text(Wording(zh: "\(row.threshold)名", en: "\(row.threshold)")), .number(row.bodies),
                ] + shown.map { .number(row.count($0)) } + [
                    .number(row.approved), .number(row.occupied), .number(row.supervisors),
                ]
            },
            notes: unknown == 0
                ? []
                : [
                    Wording(
                        zh: "另有\(unknown)个事业单位核定数未知，不作判断。",
                        en:
                            "Approved heads of \(unknown) more public institutions are unknown; nothing is said "
                            + "of them."
                    )
                ])
    }
}

extension PartialSum {
    /// The sum, and of how many bodies it is unknown where that is shown.
    func cells(showsUnknown: Bool) -> [ReportTable.Cell] {
        // At least none says nothing.
        [isWhole ? .number(known) : known == 0 ? .none : .atLeast(known)]
            + (showsUnknown ? [.number(unknownBodies)] : [])
    }
}

extension Wording {
    /// With a capital letter where the language has them: for a name that begins a row.
    var capitalised: Wording { Wording(zh: zh, en: en.prefix(1).uppercased() + en.dropFirst()) }

    static let bodies = Wording(zh: "机构数", en: "Bodies")
    static let publicInstitutions = Wording(zh: "其中事业单位", en: "Of these institutions")
    static let approved = Wording(zh: "核定编制", en: "Approved")
    static let occupied = Wording(zh: "实有", en: "In place")
    static let unknownBodies = Wording(zh: "核定数未知的单位", en: "Bodies unknown")
    static let unknown = Wording(zh: "未知", en: "unknown")
    static let total = Wording(zh: "合计", en: "Total")
    static let atLeast = Wording(
        zh: "“≥”表示至少：有单位的核定数未知，未计入。", en: "“≥” is at least: bodies whose figures are unknown are not in the sum.")
}
