import Basics
import Diagnosis
import Registry

extension BaselineSummary {
    /// Heads approved, filled, reserved, vacant and over, by kind.
    var establishmentTable: ReportTable {
        let isWhole = establishmentTotal.approved.isWhole
        func cells(_ row: EstablishmentFigures) -> [ReportTable.Cell] {
            [.text((row.kind?.name ?? .total).capitalised)] + row.approved.cells(showsUnknown: !isWhole) + [
                .number(row.occupied), .number(row.reserved), .number(row.vacant), .number(row.over),
                .number(row.pooled), .number(row.granted), ReportTable.Cell(row.ceiling),
            ]
        }
        var notes = isWhole ? [] : [Wording.atLeast]
        if establishmentTotal.occupiedWhereUnknown > 0 {
            notes.append(
                Wording(
                    zh: "实有中有\(establishmentTotal.occupiedWhereUnknown)名在核定数未知的单位，未计入空编和超编。",
                    en:
                        "\(establishmentTotal.occupiedWhereUnknown) of those in place are in bodies whose approved "
                        + "heads are unknown; they count neither as vacant nor as over."))
        }
        notes.append(
            Wording(
                zh: "空编、超编逐单位计算后相加，互不抵销。",
                en: "Vacant and over are added body by body; one doesn't make up for the other."))
        return ReportTable(
            id: "establishment", title: Wording(zh: "编制使用情况", en: "Use of headcount"),
            columns: [Wording(zh: "编制类别", en: "Kind"), .approved] + (isWhole ? [] : [.unknownBodies]) + [
                .occupied, Wording(zh: "预留", en: "Reserved"), Wording(zh: "空编", en: "Vacant"),
                Wording(zh: "超编", en: "Over"), Wording(zh: "池内", en: "In pools"), Wording(zh: "下达总量", en: "Granted"),
                Wording(zh: "总量上限", en: "Ceiling"),
            ],
            rows: establishment.map(cells), total: cells(establishmentTotal), notes: notes)
    }

    /// Leader posts approved and in place, by role.
    var postTable: ReportTable {
        let isWhole = posts.allSatisfy(\.approved.isWhole)
        return ReportTable(
            id: "posts", title: Wording(zh: "领导职数配备情况", en: "Leader posts"),
            columns: [Wording(zh: "领导职务", en: "Role"), Wording(zh: "核定职数", en: "Approved")]
                + (isWhole ? [] : [.unknownBodies]) + [
                    Wording(zh: "实配", en: "In place"), Wording(zh: "空缺", en: "Vacant"),
                    Wording(zh: "超配", en: "Over"),
                ],
            rows: posts.map { row in
                [.text(row.role.name.capitalised)] + row.approved.cells(showsUnknown: !isWhole) + [
                    .number(row.inPlace), .number(row.vacant), .number(row.over),
                ]
            }, notes: isWhole ? [] : [.atLeast])
    }

    /// People by status and position.
    var peopleTable: ReportTable {
        let all = PositionKind.allCases.map { Optional($0) } + [nil]
        let shown = all.filter { people.count($0) > 0 }
        return ReportTable(
            id: "people", title: Wording(zh: "人员：按身份和岗位", en: "People by status and position"),
            columns: [
                Wording(zh: "身份", en: "Status"), Wording(zh: "人数", en: "People"),
                Wording(zh: "在编", en: "On the establishment"), Wording(zh: "编外", en: "Off it"),
            ] + shown.map { $0?.name ?? Wording(zh: "岗位未知", en: "position unknown") },
            rows: people.rows.map { row in
                [
                    .text(row.status.name.capitalised), .number(row.total), .number(row.onEstablishment),
                    .number(row.offEstablishment),
                ] + shown.map { .number(row.count($0)) }
            },
            total: [
                .text(.total), .number(people.total), .number(people.onEstablishment), .number(people.offEstablishment),
            ] + shown.map { .number(people.count($0)) },
            notes: [
                Wording(
                    zh: "其中重复占编\(people.severalPlaces)名，在编不在岗\(people.elsewhere)名，身份存疑\(people.disputed)名；"
                        + "已离开的\(people.left)名不计入。",
                    en: "Of these, \(people.severalPlaces) hold several places, \(people.elsewhere) work elsewhere, "
                        + "\(people.disputed) have a disputed identity; \(people.left) who left are not counted.")
            ])
    }

    /// All tables, in the order of a report.
    func tables(supervisors limit: Int) -> [ReportTable] {
        [establishmentTable, postTable, peopleTable] + bodyTables + [supervisorTable(limit: limit), sensitivityTable]
    }
}
