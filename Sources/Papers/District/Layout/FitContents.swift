import Basics
import Registry

/// How many filled cells of a column are looked at to tell what it holds.
private let sampleSize = 40

extension ValueWords {
    /// How well the cells under a header fit a field: from 0 (not one) to 1 (all), 0.5 where nothing can be told.
    func fit(_ field: Field, _ sheet: Sheet, column: Int, below: Int) -> Double {
        guard let test = test(field) else { return 0.5 }
        let cells = sample(sheet, column: column, below: below)
        guard !cells.isEmpty else { return 0.5 }
        return Double(cells.filter { test($0) }.count) / Double(cells.count)
    }

    /// The pick list that a column's cells are of, where none of them is a value of the lists that its header names:
    /// 公益一类 under 单位性质 is a class. Nil where they are, or where no other list has nearly all of them.
    func otherList(than named: [Field], _ sheet: Sheet, column: Int, below: Int) -> Field? {
        guard let first = named.first, named.allSatisfy(\.isPickList) else { return nil }
        let cells = sample(sheet, column: column, below: below)
        guard cells.count >= 2 else { return nil }
        func fitting(_ field: Field) -> Int { test(field).map { cells.filter($0).count } ?? 0 }
        guard named.allSatisfy({ fitting($0) == 0 }) else { return nil }
        let others = Field.pickLists.filter { $0.meaning == first.meaning && !named.contains($0) }
        return others.first { fitting($0) * 10 >= cells.count * 9 }
    }

    /// Whether texts of the first column stand at several depths.
    func isIndented(_ sheet: Sheet) -> Bool {
        let depths = sheet.rows.compactMap { row -> Int? in row.first.flatMap { $0.isVoid ? nil : $0.indent } }
        return depths.filter { $0 >= 2 }.count >= 2
    }

    /// Whether a column names something more than once, as a column of departments does and one of bodies doesn't.
    func repeats(_ sheet: Sheet, column: Int, below: Int) -> Bool {
        let texts = sample(sheet, column: column, below: below).map { folded($0.text) }
        return Set(texts).count < texts.count
    }

    /// Whether all that stands under a header are numbers: 机构数 is no name.
    func holdsNumbers(_ sheet: Sheet, column: Int, below: Int) -> Bool {
        let cells = sample(sheet, column: column, below: below)
        return !cells.isEmpty && cells.allSatisfy { isNumeric($0) }
    }

    /// Filled cells of a column, spread from the top.
    func sample(_ sheet: Sheet, column: Int, below: Int) -> [Cell] {
        var cells: [Cell] = []
        for row in sheet.rows.dropFirst(below + 1) where row.indices.contains(column) && !row[column].isVoid {
            cells.append(row[column])
            if cells.count == sampleSize { break }
        }
        return cells
    }

    /// The test that a cell of the field passes; nil where anything may stand.
    private func test(_ field: Field) -> ((Cell) -> Bool)? {
        func list<Value>(_ list: ValueList<Value>) -> (Cell) -> Bool {
            { list.readExactly($0.text) != .unknown }
        }
        switch field {
        case .bodyType: return list(types)
        case .bodyRank: return list(ranks)
        case .bodyCategory: return list(categories)
        case .bodyFunding, .personFunding: return list(fundings)
        case .personKind: return list(kinds)
        case .personPosition: return list(positions)
        case .personStatus: return list(statuses)
        case .personRole: return list(roles)
        case .personSex: return list(sexes)
        case .personOnEstablishment: return list(yesNo)
        case .factStage: return list(stages)
        case .factLeadershipSystem: return list(leadershipSystems)
        case .factPartyOrganisation: return list(partyOrganisations)
        case .personIdentityNumber: return { isIdentity($0) }
        case .bodyRegistrationCode: return { creditCodeFault(folded($0.text).uppercased()) != .shape }
        default: break
        }
        if field.isFigure || field == .factInternalUnits || field == .factBeds || field == .factClasses {
            return { isNumeric($0) }
        }
        return nil
    }
}

extension Field {
    /// The fields whose cells hold values of a list, the likelier first where a word stands in several lists.
    static let pickLists: [Field] = [
        .bodyCategory, .bodyFunding, .bodyRank, .bodyType, .factStage, .personRole, .personKind, .personStatus,
        .personPosition, .personOnEstablishment, .personFunding,
    ]

    /// Whether its cells hold values of a list.
    var isPickList: Bool { Field.pickLists.contains(self) }
}

/// Digits, in a number or a text.
private func isNumeric(_ cell: Cell) -> Bool {
    switch cell {
    case .number: true
    case .text(let text):
        folded(text, punctuation: true).allSatisfy { ("0"..."9").contains($0) || ".,-/—无名人个".contains($0) }
    default: false
    }
}

/// Has the look of an identity number, damaged or not.
private func isIdentity(_ cell: Cell) -> Bool {
    switch cell {
    case .number(let value, _): value >= 1e14
    case .text(let text): identityFault(folded(text).uppercased()) != .shape
    default: false
    }
}
