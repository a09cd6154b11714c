import Basics
import Registry

// An office may give a body's figures by its internal units (内设机构), a row each. Units are no bodies: their rows are
// added up for the body that the rows or the whole table name.

extension BookReader {
    /// Tells a table of internal units from one in which a column merely lists them.
    mutating func findUnits(_ index: Int) {
        let table = tables[index]
        guard let place = table.places[.bodyInnerUnit] else { return }
        let names = table.rows.filter { $0.kind == .data }.map { folded(table.cell(.bodyName, row: $0.row).text) }
        let repeats = names.contains("") || Set(names).count < names.count
        if table.places[.bodyName] == nil || repeats {
            tables[index].isOfUnits = true
        } else if let column = table.columns.firstIndex(where: { $0.index == place }) {
            tables[index].columns[column].field = .bodyOther
            tables[index].index()
        }
    }

    /// The rows of units with a column of their bodies, given to the bodies' records; a body that no other table lists
    /// becomes a record by its first row.
    mutating func gatherUnits(_ keys: NameKeys) {
        var places: [String: Int] = [:]
        for (place, record) in records.enumerated() {
            let key = keys.stripped(bodyName(record) ?? "")
            if places[key] == nil { places[key] = place }
        }
        for index in tables.indices where tables[index].isOfUnits && tables[index].places[.bodyName] != nil {
            var place: Int?
            for row in tables[index].rows where row.kind == .data {
                let name = tables[index].cell(.bodyName, row: row.row)
                if !name.isVoid {
                    let key = keys.stripped(name.text)
                    if places[key] == nil {
                        places[key] = records.count
                        records.append(Record(table: index, row: row.row, heading: row.heading))
                    }
                    place = places[key]
                }
                if let place { records[place].units.append((index, row.row)) }
            }
        }
    }

    /// The rows of units whose whole table is about one body.
    mutating func gatherUnitsOfTables() {
        for index in tables.indices where tables[index].isOfUnits && tables[index].places[.bodyName] == nil {
            let rows = tables[index].rows.filter { $0.kind == .data }
            guard let first = rows.first else { continue }
            let name = bodyOfTable(Record(table: index, row: first.row, heading: nil))
            if let name, case .one(let place, _) = names.find(name), place < records.count {
                records[place].units += rows.map { (table: index, row: $0.row) }
                continue
            }
            report(
                .warning, .sheetIgnored, sheet: tables[index].sheet.name,
                Wording(
                    zh: "工作表“\(tables[index].sheet.name)”是内设机构表，看不出属于哪个机构，没有读取。",
                    en:
                        "Sheet “\(tables[index].sheet.name)” lists internal units, but it cannot be told of which body; it was left out."
                ),
                Wording(
                    zh: "请在标题或工作表名里写上机构表中的机构名称，或加一列单位名称。",
                    en:
                        "Name the body in its title or on its tab, as it stands in the table of bodies, or add a column."
                ))
        }
    }

    /// Adds up the rows of a body's units. What the body's own row says holds; a difference is reported.
    mutating func addUnits(_ record: Record, _ row: inout BodyRow) {
        var heads: [EstablishmentKind: Int]?
        var posts: [LeaderRole: Int]?
        var units = 0
        for (table, place) in record.units {
            let unit = Record(table: table, row: place, heading: nil)
            let isLeaders = text(.bodyInnerUnit, unit).map { words.ownLeaders.contains(folded($0)) } ?? false
            if !isLeaders { units += 1 }
            for (kind, count) in readHeads(unit, type: row.type, funding: row.funding) ?? [:] {
                heads = heads ?? [:]
                heads?[kind, default: 0] += count
            }
            for (role, count) in readPosts(unit, type: row.type) ?? [:] {
                posts = posts ?? [:]
                posts?[isLeaders ? role : role.ofInternalUnit, default: 0] += count
            }
            guard errors[origin(unit)] != nil else { continue }
            report(
                .error, .numberUnreadable, record, .bodyName, read: row.name,
                Wording(
                    zh: "“\(row.name)”的内设机构在 \(origin(unit)) 有错误，合计不出来。",
                    en:
                        "“\(row.name)” has an internal unit in error in \(origin(unit)), so its units cannot be added up."
                ),
                Wording(zh: "请先改正那一行。", en: "Mend that row first."))
        }
        if let own = row.heads, let heads {
            let (one, other) = (own.values.reduce(0, +), heads.values.reduce(0, +))
            if one != other { wrongRowTotal(record, .bodyName, one, other, isOwn: true) }
        } else {
            row.heads = row.heads ?? heads
        }
        if let posts { row.posts = (row.posts ?? [:]).merging(posts) { own, _ in own } }
        if !row.facts.contains(where: { $0.measure == .internalUnits }) {
            row.facts = (row.facts + [ScaleFact(.internalUnits, units)]).sorted {
                $0.measure.rawValue < $1.measure.rawValue
            }
        }
        let sheet = record.units.first.map { tables[$0.table].sheet.name } ?? ""
        report(
            .note, .unitsAdded, sheet: sheet, row: record.units.first.map { $0.row + 1 }, read: row.name,
            Wording(
                zh: "\(record.units.count)行是“\(row.name)”的内设机构，不是机构，各行的数已加到它名下。",
                en:
                    "\(record.units.count) rows are internal units of “\(row.name)”, no bodies; their figures were added up for it."
            ),
            Wording(zh: "如不对，请核对单位名称和内设机构两列。", en: "If that is wrong, check the columns of bodies and units."))
    }
}
