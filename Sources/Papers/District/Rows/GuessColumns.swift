import Registry

extension BookReader {
    /// Gives fields that no header names to columns with unknown headers, by what their cells hold: identity
    /// numbers, codes, and the values of pick lists leave little doubt.
    mutating func guessColumns(_ index: Int) {
        let table = tables[index]
        let wanted: [Field]
        switch table.meaning {
        case .bodies:
            wanted = [.bodyRegistrationCode, .bodyType, .bodyRank, .bodyCategory, .bodyFunding]
        case .people:
            wanted = [.personIdentityNumber, .personSex, .personKind, .personPosition]
        default: return
        }
        for column in table.columns.indices where table.columns[column].how == .unknown {
            let place = table.columns[column].index
            let sample = vocabulary.values.sample(table.sheet, column: place, below: table.header.upperBound)
            // A mark in two cells is no evidence.
            guard sample.count >= 3 else { continue }
            for field in wanted where tables[index].places[field] == nil {
                let fit = vocabulary.values.fit(field, table.sheet, column: place, below: table.header.upperBound)
                guard fit >= 0.9 else { continue }
                tables[index].columns[column].field = field
                tables[index].columns[column].how = .content
                tables[index].index()
                break
            }
        }
    }
}
