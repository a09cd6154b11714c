import Basics
import Registry
import Storage

/// A jurisdiction's register open on the office's desk: its journal and the history folded from it.
///
/// Everything that is written goes through `record`: judged once, committed once.
package struct Desk: Sendable {
    /// The journal.
    package let journal: Journal
    /// The division code.
    package let jurisdiction: String
    /// What has happened.
    package private(set) var history: History
    /// Officers met for the first time; their names are kept with the first Act that they draft or decide.
    private var newcomers: [Officer.ID: Newcomer] = [:]

    /// An officer met for the first time.
    struct Newcomer: Sendable {
        let name: String
        let sealed: SealedText
        let token: TokenEntry
    }

    /// What is to be kept with the first thing that these officers do here.
    func introductions(of officers: [Officer.ID]) -> [Newcomer] {
        Set(officers).sorted().compactMap { newcomers[$0] }
    }

    /// They are known from now on.
    mutating func introduced(_ officers: [Officer.ID]) { for officer in officers { newcomers[officer] = nil } }

    /// Loads the jurisdiction's journal.
    /// - Parameter algorithm: by what its entries are chained, where it is yet to begin.
    package init(
        _ journal: Journal, jurisdiction: String, algorithm: DigestAlgorithm = .sha256
    ) throws(OfficeFailure) {
        self.journal = journal
        self.jurisdiction = jurisdiction
        history = History(
            folding: try storing { () throws(StorageFailure) in try journal.entries(of: jurisdiction) },
            of: jurisdiction, algorithm: algorithm)
    }

    /// A desk on what is known of the journal already.
    init(_ journal: Journal, history: History) {
        self.journal = journal
        jurisdiction = history.jurisdiction
        self.history = history
    }

    /// The same desk over a journal that may keep a record of who writes.
    package func over(_ journal: Journal) -> Desk { Desk(journal, history: history) }

    /// The register as everything recorded makes it.
    package var register: Register { history.latest }

    /// Judges an Act and appends it, with the texts that stand sealed beside it.
    ///
    /// When another writer was faster, what it wrote is read and the Act is judged again on the new register; a
    /// command that was recorded before has no second effect and gives the entry it had.
    @discardableResult
    package mutating func record(
        _ act: Act, sealing texts: [SealedText] = [], tokens: [TokenEntry] = [], at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        while true {
            if let position = history.position(of: act.command) { return history.entries[position - 1] }
            let recorded = max(instant, history.lastRecorded ?? instant)
            let admission: History.Admission
            do { admission = try history.judge(act, recorded: recorded) } catch {
                throw OfficeFailure(error, in: register)
            }
            do {
                let met = introductions(of: [act.drafter] + act.deciders)
                try journal.append(
                    admission.entry, sealing: texts + met.map(\.sealed), tokens: tokens + met.map(\.token))
                history.accept(admission)
                introduced([act.drafter] + act.deciders)
                return admission.entry
            } catch .headMoved, .commandKnown {
                let position = history.position
                let news = try storing { () throws(StorageFailure) in
                    try journal.entries(of: jurisdiction, after: position)
                }
                guard !news.isEmpty else { throw OfficeFailure(.busy) }
                history.follow(news)
            } catch {
                throw OfficeFailure(error)
            }
        }
    }

    /// The identifier of an officer by name. A name met for the first time is kept with the first Act of that officer,
    /// so that a refused command leaves nothing behind.
    package mutating func officer(
        named name: String, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> Officer.ID {
        let token = journal.vault.token(.officerName, name, in: jurisdiction)
        let known: [Officer.ID] = try storing { () throws(StorageFailure) in try journal.subjects(of: token) }
        if let officer = known.first ?? newcomers.first(where: { $0.value.name == name })?.key { return officer }
        let officer = Officer.ID(from: &source)
        let sealed = try storing { () throws(StorageFailure) in
            try journal.vault.seal("\(officer) \(name)", as: .officer, for: jurisdiction)
        }
        newcomers[officer] = Newcomer(name: name, sealed: sealed, token: TokenEntry(token, of: officer))
        return officer
    }

    /// The names of the officers, by identifier.
    package func officers() throws(OfficeFailure) -> [Officer.ID: String] {
        let texts = try storing { () throws(StorageFailure) in try journal.texts(kind: .officer, in: jurisdiction) }
        var names: [Officer.ID: String] = [:]
        for text in texts.values {
            let parts = text.split(separator: " ", maxSplits: 1)
            if parts.count == 2, let id = Officer.ID(parts[0]) { names[id] = String(parts[1]) }
        }
        return names
    }

    /// The title of a document; nil when it was erased.
    package func title(of document: Document) throws(OfficeFailure) -> String? {
        let text = try storing { () throws(StorageFailure) in try journal.text(of: document.title, in: jurisdiction) }
        if case .text(let title) = text { return title }
        return nil
    }

    /// A document to cite: with its title sealed, or as it was first cited when issuer, number, title and day agree.
    package func document(
        _ words: DocumentWords
    ) throws(OfficeFailure) -> (document: Document, sealed: [SealedText]) {
        if let known = history.document(words.citation), known.decided == words.decided {
            let title = try storing { () throws(StorageFailure) in
                try journal.text(of: known.title, in: jurisdiction)
            }
            if title == .text(words.title) { return (known, []) }
        }
        let sealed = try storing { () throws(StorageFailure) in
            try journal.vault.seal(words.title, as: .title, for: jurisdiction)
        }
        return (Document(citation: words.citation, title: sealed.digest, decided: words.decided), [sealed])
    }
}

/// A document as a person names it.
package struct DocumentWords: Hashable, Sendable {
    /// Issuer, year and number.
    package let citation: Citation
    /// Its title.
    package let title: String
    /// When it was decided.
    package let decided: Day

    /// A document.
    package init(citation: Citation, title: String, decided: Day) {
        self.citation = citation
        self.title = title
        self.decided = decided
    }
}
