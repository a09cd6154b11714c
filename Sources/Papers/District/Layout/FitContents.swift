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
        case .bodyFunding: return list(fundings)
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
