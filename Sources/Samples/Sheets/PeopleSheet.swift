import Basics
import Papers
import Registry

extension Draft {
    /// The table of people, body by body, with the rows of what was planted put into the key.
    mutating func peopleSheet() -> OutputSheet {
        // A few bodies keep their people under the name that the district says.
        let institutions = bodies.indices.filter { bodies[$0].type == .publicInstitution }
        let shortNamed = Set(institutions.shuffled(using: &source).prefix(scaled(6)))
        var rows: [[OutputCell]] = []
        for index in bodies.indices {
            let name = shortNamed.contains(index) ? shortName(bodies[index].name) : bodies[index].name
            for person in people[index] {
                rows.append(row(of: person, body: name, number: rows.count + 1))
                if let mark = person.mark { note(mark, row: rows.count + 3) }
            }
        }
        let columns: [(String, Double)] = [
            ("序号", 7), ("姓名", 10), ("性别", 6), ("身份证号", 21), ("出生日期", 14), ("单位全称", 36),
            ("编制类别", 20), ("岗位类别", 14), ("领导职务", 10), ("实际工作单位", 36), ("进入形式", 12), ("入编时间", 14),
        ]
        return OutputSheet(
            name: "人员", title: "\(regionName)机关事业单位在编人员名册（合成数据，仅供演示）",
            preface: [[.text(reportingOffice), .empty, .empty, .empty, .empty, .text(reportingDay)]],
            columns: columns.map { OutputColumn($0.0, width: $0.1) }, rows: rows, notes: [syntheticNote])
    }

    private mutating func row(of person: DraftPerson, body: String, number: Int) -> [OutputCell] {
        // Whoever works where they are on the establishment has the cell blank, or the same name again.
        let workplace = person.workplace ?? (chance(45) ? bodies[person.body].name : nil)
        return [
            .integer(number), cell(name: person.name), .text(person.isMale ? "男" : "女"),
            person.spoiled[.number] ?? .text(person.number), cell(person.birth),
            person.spoiled[.body] ?? cell(name: body), .text(person.kind.name.zh), .text(person.position.name.zh),
            person.role.map { .text($0.name.zh) } ?? .empty, workplace.map { .text($0) } ?? .empty, .text(person.entry),
            person.spoiled[.entered] ?? cell(person.entered),
        ]
    }

    private mutating func note(_ mark: DraftPerson.Mark, row: Int) {
        switch mark {
        case .mixedKind: key.mixedKind.append(row)
        case .secondPlace: key.secondPlace.append(row)
        case .elsewhere: key.elsewhere.append(row)
        case .enterprise: key.atEnterprise.append(row)
        case .fault(let kind): key.faults.append(PlantedFault(kind: kind, sheet: "人员", row: row))
        }
    }
}
