import Basics
import Papers
import Registry

private let kinds: [EstablishmentKind] = [
    .administrative, .institutionFull, .institutionPartial, .institutionSelf, .worker,
]

extension Draft {
    /// The table of bodies, with subtotals and a total, and with what was planted in it put into the key.
    mutating func bodySheet() -> OutputSheet {
        var rows: [[OutputCell]] = []
        var subtotal = [Int](repeating: 0, count: kinds.count)
        var total = subtotal
        let firstRow = 5
        for index in bodies.indices {
            let body = bodies[index]
            rows.append(row(of: body, number: index + 1))
            noteFaults(of: body, index, row: firstRow + rows.count - 1)
            if listedTwice == index {
                rows.append(row(of: body, number: index + 1))
                fault(.bodyTwice, row: firstRow + rows.count - 1)
            }
            for (place, kind) in kinds.enumerated() { subtotal[place] += body.heads[kind] ?? 0 }
            if index + 1 == bodies.count || bodies[index + 1].section != body.section {
                rows.append(sumRow("小计", subtotal))
                for place in total.indices { total[place] += subtotal[place] }
                subtotal = [Int](repeating: 0, count: kinds.count)
            }
        }
        if hasWrongTotal {
            total[0] += 1
            fault(.wrongTotal, row: firstRow + rows.count)
        }
        rows.append(sumRow("合计", total))
        return sheet(rows)
    }

    private func sheet(_ rows: [[OutputCell]]) -> OutputSheet {
        let widths: [Double] =
            [6, 15, 36, 26, 14, 10, 26, 11, 15, 22, 8, 10, 10, 10, 8, 8, 8, 10, 10, 18, 14]
            + [8, 8, 8, 8, 12, 12, 22, 12, 12]
        var top: [OutputCell] = [
            "序号", "机构编码", "机构名称", "加挂牌子", "机构类型", "机构规格", "主管部门", "类别", "经费形式", "统一社会信用代码", "核定编制数",
        ]
        top += [.empty, .empty, .empty, .empty, "单位领导职数", .empty, "党组织领导职数", "内设机构数", "批准文号", "批准时间"]
        top += ["学段", "班级数", "学生数", "床位数", "年收入（万元）", "其中：经营收入", "领导体制", "党组织形式", "备注"]
        let blanks = [OutputCell](repeating: .empty, count: 10)
        let second: [OutputCell] = blanks + ["行政", "全额事业", "差额事业", "自收自支", "工勤", "正职", "副职"]
        let upright = top.indices.filter { !(10...16).contains($0) }
        return OutputSheet(
            name: "机构", title: "\(regionName)机关事业单位机构编制情况表（合成数据，仅供演示）",
            preface: [[.empty, .text(reportingOffice), .empty, .empty, .empty, .empty, .empty, .text(reportingDay)]],
            headerRows: [top, second],
            columns: widths.map { OutputColumn("", width: $0) },
            rows: rows,
            merges: upright.map { Merge(top: 2, left: $0, bottom: 3, right: $0) }
                + [Merge(top: 2, left: 10, bottom: 2, right: 14), Merge(top: 2, left: 15, bottom: 2, right: 16)],
            notes: ["说明：本表按批复文件填报，同组数字空白为零。", syntheticNote], filtered: false)
    }

    private mutating func row(of body: DraftBody, number: Int) -> [OutputCell] {
        let serial = String(String(100_000 + number).dropFirst())
        var row: [OutputCell] = [
            .integer(number), .text(regionCode + serial), cell(name: body.name), body.plate.map { .text($0) } ?? .empty,
            .text(body.type.name.zh), .text(body.rank.name.zh),
        ]
        let supervisor = body.supervisor.map { bodies[$0].name }
        row.append(supervisor.map { .text(chance(16) ? shortName($0) : $0) } ?? .empty)
        row.append(body.category.map { .text($0.name.zh) } ?? .empty)
        row.append(body.funding.map { .text($0.name.zh) } ?? .empty)
        row.append(body.code.map { .text($0) } ?? .empty)
        for kind in kinds {
            if let unreadable = body.unreadableHeads, unreadable.kind == kind {
                row.append(.text(unreadable.text))
            } else {
                row.append(cell(orBlank: body.heads[kind] ?? 0))
            }
        }
        row += [cell(body.chiefs), cell(orBlank: body.deputies), cell(orBlank: body.party)]
        row.append(body.units.map { cell($0) } ?? .empty)
        row.append(body.document.map { .text($0) } ?? .empty)
        row.append(body.founded.map { cell($0) } ?? .empty)
        row.append(body.stage.map { .text($0) } ?? .empty)
        for count in [body.classes, body.pupils, body.beds] { row.append(count.map { cell($0) } ?? .empty) }
        for tenths in [body.income, body.businessIncome] {
            row.append(tenths.map { .decimal(Double($0) / 10) } ?? .empty)
        }
        row += [body.leadershipSystem.map { .text($0) } ?? .empty, body.partyOrganisation.map { .text($0) } ?? .empty]
        return row
    }

    private func sumRow(_ word: String, _ sums: [Int]) -> [OutputCell] {
        [.text(word)] + [OutputCell](repeating: .empty, count: 9) + sums.map { .integer($0) }
    }

    private mutating func noteFaults(of body: DraftBody, _ index: Int, row: Int) {
        if body.unreadableHeads != nil { fault(.unreadableCount, row: row) }
        if spoiledCode == index { fault(.registrationCheck, row: row) }
    }

    private mutating func fault(_ kind: PlantedFault.Kind, row: Int) {
        key.faults.append(PlantedFault(kind: kind, sheet: "机构", row: row))
    }
}
