/// How many rows from the top of a sheet are searched for a header.
let headerDepth = 30

/// A header found on a sheet.
struct HeaderFound {
    let meaning: Meaning
    let rows: ClosedRange<Int>
    let columns: [Table.Column]
    let score: Double
}

/// Finds headers by their words, whatever stands above them.
struct HeaderFinder {
    let words: HeaderWords
    let values: ValueWords
    private var matches: [[String]: HeaderMatch] = [:]

    init(words: HeaderWords, values: ValueWords) {
        self.words = words
        self.values = values
    }

    /// The best header that begins within the given rows; nil where none has enough known words.
    mutating func find(_ sheet: Sheet, in rows: Range<Int>, as meaning: Meaning? = nil) -> HeaderFound? {
        var best: HeaderFound?
        // A list of one column may be a tree by its indents.
        let isOnlyColumn = sheet.columnCount == 1 && values.isIndented(sheet)
        for first in rows where first < sheet.rows.count && couldBegin(sheet.rows[first], isOnlyColumn: isOnlyColumn) {
            for last in first..<min(first + 4, sheet.rows.count) {
                if last > first, !couldContinue(sheet, last, from: first) { break }
                guard let found = read(sheet, rows: first...last, as: meaning) else { continue }
                guard let other = best else { best = found; continue }
                // A line more must bring something, so between near scores the shorter header is taken.
                let isNear = abs(found.score - other.score) <= 0.01
                if isNear ? found.rows.count < other.rows.count : found.score > other.score { best = found }
            }
        }
        return best
    }

    /// Reads given rows as a header.
    mutating func read(_ sheet: Sheet, rows: ClosedRange<Int>, as wanted: Meaning? = nil) -> HeaderFound? {
        let lines = joinHeader(sheet, rows: rows)
        let found = lines.map { match($0) }
        var best: HeaderFound?
        for meaning in wanted.map({ [$0] }) ?? [.bodies, .people, .duties, .matters] {
            let columns = assign(lines, found, meaning, sheet, below: rows.upperBound)
            let fields = Set(columns.compactMap(\.field))
            guard wanted != nil || isEnough(fields, columns, meaning, sheet) else { continue }
            let score = columns.reduce(0.0) { sum, column in
                guard let field = column.field, case .header(let confidence) = column.how else { return sum }
                return sum + weight(field) * confidence
            }
            if score > (best?.score ?? -1) {
                best = HeaderFound(meaning: meaning, rows: rows, columns: columns, score: score)
            }
        }
        return best
    }

    /// The fields that say where a body stands in a tree.
    private static let placing: Set<Field> = [.bodySupervisor, .bodyParent, .bodyLevel, .bodyNode, .bodyOfficeCode]

    private mutating func match(_ lines: [String]) -> HeaderMatch {
        if let known = matches[lines] { return known }
        let match = words.match(lines)
        matches[lines] = match
        return match
    }

    /// Gives each column at most one field of the table, and each field at most one column.
    private func assign(
        _ lines: [[String]], _ found: [HeaderMatch], _ meaning: Meaning, _ sheet: Sheet, below: Int
    ) -> [Table.Column] {
        var columns = zip(lines, found).enumerated().map { index, pair in
            Table.Column(
                index: index, lines: pair.0, field: nil, how: pair.1.isLeftOut ? .leftOut : .unknown,
                scales: pair.1.scales)
        }
        var claims: [(column: Int, field: Field, confidence: Double, byContent: Bool)] = []
        for (column, match) in found.enumerated() {
            let own = match.candidates.filter { $0.field.meaning == meaning }
            let contested = own.count > 1
            if let other = values.otherList(than: own.map(\.field), sheet, column: column, below: below) {
                claims.append((column, other, 0.96, true))
            }
            for (place, candidate) in own.enumerated() {
                // Which of two fields a header means is decided by what stands under it.
                var confidence = candidate.confidence - Double(place) * 0.001
                if candidate.field.isName || candidate.field == .bodyLevelName,
                    values.holdsNumbers(sheet, column: column, below: below)
                {
                    continue
                }
                let fit = values.fit(candidate.field, sheet, column: column, below: below)
                // id alone may be the number of a node as well as of a person.
                if candidate.field == .personIdentityNumber, candidate.confidence < 0.97, fit == 0 { continue }
                if contested || candidate.confidence < 0.97 || fit == 0 && candidate.field.isPickList {
                    confidence += fit * 0.3 - 0.15
                }
                // Of two columns of bodies, the one that repeats them is that of their departments.
                if candidate.field == .bodyName, own.contains(where: { $0.field == .bodySupervisor }),
                    values.repeats(sheet, column: column, below: below)
                {
                    confidence -= 0.15
                }
                claims.append((column, candidate.field, min(confidence, 1), false))
            }
        }
        claims.sort { ($0.confidence, -$0.column) > ($1.confidence, -$1.column) }
        var taken: Set<Field> = []
        for claim in claims where columns[claim.column].field == nil && !taken.contains(claim.field) {
            guard claim.confidence >= 0.45 else { continue }
            columns[claim.column].field = claim.field
            columns[claim.column].how = claim.byContent ? .content : .header(claim.confidence)
            if !claim.field.isUnused, claim.field != .bodyLevelName { taken.insert(claim.field) }
        }
        columns = columns.filter { !$0.lines.isEmpty }
        addSameKinds(&columns, found)
        settleNames(&columns, claims.filter { $0.field == .bodyName }.map(\.column))
        return columns
    }

    /// 参公编制 and 全额编制 under one header are heads of one kind in two columns, which are added up.
    private func addSameKinds(_ columns: inout [Table.Column], _ found: [HeaderMatch]) {
        for place in columns.indices where columns[place].field == nil && columns[place].lines.count > 1 {
            let lines = columns[place].lines
            guard let match = found[columns[place].index].candidates.first, match.confidence >= 0.97,
                match.field.isKindOfHeads,
                let other = columns.first(where: { $0.field == match.field }), other.lines.last != lines.last,
                other.lines.dropLast() == lines.dropLast()
            else { continue }
            columns[place].field = match.field
            columns[place].how = .header(match.confidence)
        }
    }

    /// One column of 二级单位 alone is the column of names; with several, a column of names is the lowest of them.
    private func settleNames(_ columns: inout [Table.Column], _ candidates: [Int]) {
        let levels = columns.indices.filter { columns[$0].field == .bodyLevelName }
        let name = columns.firstIndex { $0.field == .bodyName }
        if levels.count == 1 { columns[levels[0]].field = name == nil ? .bodyName : nil }
        if levels.count > 1, let name { columns[name].field = .bodyLevelName }
        guard levels.isEmpty, name == nil, let best = columns.firstIndex(where: { candidates.contains($0.index) }),
            columns[best].field == .bodySupervisor
        else { return }
        columns[best].field = .bodyName
    }

    /// Fields without which a table of that meaning is none.
    private func isEnough(
        _ fields: Set<Field>, _ columns: [Table.Column], _ meaning: Meaning, _ sheet: Sheet
    ) -> Bool {
        switch meaning {
        case .bodies:
            let telling: Set<Field> = [
                .bodyType, .bodyRank, .bodySupervisor, .bodyCategory, .bodyFunding, .bodyRegistrationCode,
                .bodyOfficeCode, .bodyNode, .bodyParent, .bodyDocument, .bodyDocumentDate, .bodyPlates, .bodyLevel,
                .factInternalUnits, .factClasses, .factPupils, .factBeds, .factIncome, .factBusinessIncome, .factStage,
                .factLeadershipSystem, .factPartyOrganisation,
                .bodyDuties, .bodySponsor, .bodyInnerUnit, .bodyShortName, .bodyFounding,
            ]
            let figures = fields.filter { $0.isFigure }.count
            let others = fields.intersection(telling).count
            if fields.contains(.bodyLevelName) { return true }
            guard let name = columns.first(where: { $0.field == .bodyName }),
                case .header(let confidence) = name.how
            else {
                return fields.contains(.bodyInnerUnit) && figures > 0
            }
            if columns.count == 1, sheet.columnCount == 1 { return confidence >= 0.8 && values.isIndented(sheet) }
            // A list of projects has names, types and levels too; a doubtful name needs figures beside it.
            if confidence < 0.8 { return figures >= 2 || others >= 3 }
            if figures + others >= 2 || fields.isSuperset(of: [.bodyNode, .bodyParent]) { return true }
            // A bare tree: names and what is above them, and nothing that is not known.
            return others == 1 && !fields.isDisjoint(with: Self.placing) && columns.allSatisfy { $0.field != nil }
        case .people:
            return fields.contains(.personName)
                && !fields.isDisjoint(with: [
                    .personIdentityNumber, .personKind, .personPosition, .personBirth, .personEntered,
                ])
        case .duties: return fields.contains(.dutyText)
        case .matters: return fields.contains(.matterName)
        case .ignore: return false
        }
    }

    private func weight(_ field: Field) -> Double {
        switch field {
        case .personIdentityNumber, .personName: 4
        case .matterName: 3.5
        case .dutyText: 2.5
        case .bodyName: 2
        case .bodyOther, .personOther: 0.4
        case .bodySerial, .personSerial, .dutySerial, .matterSerial, .bodyRemark, .personRemark, .dutyRemark,
            .matterRemark:
            0.5
        default: 1
        }
    }

    /// A first line has at least two texts, no number, and a word that is known or that others may complete.
    private func couldBegin(_ row: [Cell], isOnlyColumn: Bool) -> Bool {
        var texts = 0
        var known = false
        for cell in row {
            switch cell {
            case .empty: continue
            case .text(let text):
                if cell.isVoid { continue }
                texts += 1
                if text.utf8.count > 120 { return false }
                known = known || words.looksLikeHeader(text)
            default: return false
            }
        }
        return (texts >= 2 || row.count == 1 && isOnlyColumn) && known
    }

    /// A further line of a header holds texts only, most of which are header words or stand in merged cells.
    private func couldContinue(_ sheet: Sheet, _ row: Int, from first: Int) -> Bool {
        var texts = 0
        var known = 0
        for (column, cell) in sheet.rows[row].enumerated() where !cell.isVoid {
            guard case .text(let text) = cell, text.utf8.count <= 90 else { return false }
            texts += 1
            if words.looksLikeHeader(text) || sheet.merge(row: row, column: column) != nil { known += 1 }
        }
        guard texts > 0 else {
            return sheet.merges.contains { $0.top <= row && $0.bottom >= row && $0.top >= first && $0.bottom > $0.top }
        }
        return known * 2 >= texts
    }
}
