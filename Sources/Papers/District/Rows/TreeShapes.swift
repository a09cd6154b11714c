import Basics

// Trees that are kept without the numbers of parents: by names, by codes, by a column for each level.

extension BookReader {
    /// The rows of tables with a column for each level as a record for each name that is new in its row: a name that
    /// is blank, or says the same as above, is the one above.
    func steps(_ records: [Record]) -> [Record] {
        guard records.contains(where: { !tables[$0.table].levels.isEmpty }) else { return records }
        var result: [Record] = []
        var path: [String] = []
        var table: Int?
        for record in records {
            let levels = tables[record.table].levels
            guard !levels.isEmpty else { result.append(record); continue }
            if table != record.table { path = [] }
            table = record.table
            let filled = levels.indices.filter {
                !tables[record.table].cell(row: record.row, column: levels[$0]).isVoid
            }
            for depth in filled {
                let name = folded(tables[record.table].cell(row: record.row, column: levels[depth]).text)
                let isLast = depth == filled.last
                if !isLast, path.indices.contains(depth), path[depth] == name { continue }
                path = Array(path.prefix(depth))
                while path.count < depth { path.append("") }
                path.append(name)
                var step = record
                step.step = Step(depth: depth, column: levels[depth], isLast: isLast)
                result.append(step)
            }
        }
        return result
    }

    /// The parents that a bare list of names and the names above them gives; nil where there is more than that, since
    /// then the names above are supervisors.
    func parentsByName(_ keys: NameKeys) -> [Int?]? {
        let own = tables.filter { $0.meaning == .bodies }
        let bare = own.allSatisfy { table in
            table.places[.bodySupervisor] != nil && !table.places.keys.contains { $0.isFigure || $0.isPickList }
        }
        guard bare, !own.isEmpty else { return nil }
        var places: [String: Int] = [:]
        for (place, record) in records.enumerated() {
            let key = keys.plain(bodyName(record) ?? "")
            if places[key] == nil { places[key] = place }
        }
        let parents = records.enumerated().map { place, record -> Int? in
            guard let above = text(.bodySupervisor, record).flatMap({ places[keys.plain($0)] }) else { return nil }
            return above == place ? nil : above
        }
        return parents.contains { $0 != nil } ? parents : nil
    }

    /// The parents that codes give, where no column says them.
    func parentsByCode() -> [Int?]? {
        guard !tables.contains(where: { $0.meaning == .bodies && $0.places[.bodySupervisor] != nil }) else {
            return nil
        }
        for field in [Field.bodyNode, .bodyOfficeCode, .bodySerial] {
            let codes = records.map { text(field, $0).map { folded($0, punctuation: true) } ?? "" }
            if let parents = parents(ofDotted: codes) { return parents }
            if field != .bodySerial, let parents = parents(ofFixed: codes) { return parents }
        }
        return nil
    }
}

/// The place of each code's parent among codes such as 1, 1.1, 1.1.2 or 1-1; nil where they are no such codes, or where
/// two are the same, as 1.1 and 1.10 become in a spreadsheet that takes them for numbers.
func parents(ofDotted codes: [String]) -> [Int?]? {
    let parts = codes.map { $0.split(omittingEmptySubsequences: false) { ".-".contains($0) }.map(String.init) }
    let isCode = parts.allSatisfy { $0.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) } }
    let deep = parts.filter { $0.count > 1 }.count
    guard isCode, deep > 0, Set(parts).count == parts.count else { return nil }
    let places = Dictionary(zip(parts, parts.indices)) { first, _ in first }
    let parents = parts.map { $0.count > 1 ? places[Array($0.dropLast())] : nil }
    // A decimal or two in a column of numbers is no tree.
    return parents.count { $0 != nil } * 10 >= deep * 8 ? parents : nil
}

/// The place of each code's parent among codes of digits that grow longer by level, such as 001, 001002; nil where they
/// are all of one length, or where some begin with no other.
func parents(ofFixed codes: [String]) -> [Int?]? {
    let lengths = Set(codes.map(\.count)).sorted()
    guard let shortest = lengths.first, shortest >= 2, lengths.count > 1, Set(codes).count == codes.count,
        codes.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let places = Dictionary(zip(codes, codes.indices)) { first, _ in first }
    var parents: [Int?] = []
    for code in codes {
        let shorter = lengths.last { $0 < code.count && places[String(code.prefix($0))] != nil }
        parents.append(shorter.flatMap { places[String(code.prefix($0))] })
    }
    let isWhole = zip(codes, parents).allSatisfy { $0.count == shortest || $1 != nil }
    return isWhole ? parents : nil
}
