import Basics
import Norms
import Papers
import Procedure
import Registry
import Storage

extension Desk {
    /// The rule packs the office goes by on a day (采用的规则包), as everything recorded has it.
    ///
    /// A pack whose text is not to hand, or can no longer be read, is named as missing: what it ruled can't be told.
    package func rulebook(on day: Day) throws(OfficeFailure) -> Rulebook {
        let adopted = history.register(on: day).rules.filter { $0.key != CompetenceTable.code }
            .sorted { $0.key < $1.key }
        let texts = try storing { () throws(StorageFailure) in
            try journal.rules(adopted.map(\.value.digest), in: jurisdiction)
        }
        let adoptions = adopted.map { code, rules in
            let since = firstDay(of: code, by: rules.adoptedBy) ?? day
            return texts[rules.digest].flatMap { readRulePack($0).pack }.map { Adoption($0, on: since) }
                ?? Adoption(missing: code, on: since)
        }
        return Rulebook(adoptions, on: day)
    }

    private func firstDay(of code: String, by position: Int) -> Day? {
        history.entries[position - 1].act.changes.first { dated in
            if case .adoptRules(code, _) = dated.change { true } else { false }
        }?.day
    }
}
