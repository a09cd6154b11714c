/// Statements made ready to be compared (职责交叉比对): built once, asked for all pairs or for those of a few statements.
package struct OverlapIndex: Sendable {
    /// What was given.
    package let statements: [OverlapStatement]
    /// What the list is cut by.
    package let settings: OverlapSettings
    /// Clauses in the same words with many holders; they make no pairs.
    package let widespread: [WidespreadDuty]

    let thesaurus: Thesaurus
    let without: StopTexts
    let store: ClauseStore
    let weights: GramWeights
    let postings: Postings
    let usual: UsualGrams
    /// Clauses that make no pairs.
    let silent: [Bool]

    /// Reads and counts the statements. `without`: texts that say nothing here, such as the names of the
    /// jurisdiction and its townships (“安和区”“全区”“枫泾镇”).
    package init(
        _ statements: [OverlapStatement], thesaurus: Thesaurus = .none, background: Background = .none,
        without: [String] = [], settings: OverlapSettings = OverlapSettings()
    ) {
        self.statements = statements
        self.settings = settings
        self.thesaurus = thesaurus
        self.without = StopTexts(without)
        store = ClauseStore(statements, thesaurus: thesaurus, without: self.without)
        weights = GramWeights(store, statements: statements, background: background)
        (widespread, silent) = OverlapIndex.spread(store, statements: statements, atLeast: settings.widespread)
        postings = Postings(store, weights: weights, leavingOut: silent)
        usual = UsualGrams(store, weights: weights)
    }

    /// Two of so many holders may well use the same words for one thing.
    private static let holdersToMeet = 2000

    private static func spread(
        _ store: ClauseStore, statements: [OverlapStatement], atLeast: Int
    ) -> (duties: [WidespreadDuty], silent: [Bool]) {
        // A pair of characters is the least that says what it is about: 涝 alone is a scrap of a table.
        var silent = (0..<store.count).map { store.start[$0 + 1] - store.start[$0] < 2 }
        var duties: [WidespreadDuty] = []
        // Among very many holders a few have the same words by chance.
        let atLeast = max(atLeast, Set(statements.map(\.holder)).count / holdersToMeet)
        for alike in Dictionary(grouping: 0..<store.count, by: { store.mark[$0] }).values where alike.count >= atLeast {
            let holders = Set(alike.map { statements[Int(store.statement[$0])].holder })
            guard holders.count >= atLeast else { continue }
            for clause in alike { silent[clause] = true }
            let members = Set(alike.map { Int(store.statement[$0]) }).sorted()
            duties.append(WidespreadDuty(statements: members))
        }
        duties.sort { $0.statements.lexicographicallyPrecedes($1.statements) }
        return (duties, silent)
    }
}
