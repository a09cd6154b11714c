import Basics
import Search

/// The texts of one kind of thing, read for searching (检索文本库).
struct SearchShelf: Sendable {
    /// One thing with its texts.
    struct Item: Sendable {
        let subject: SearchSubject
        var texts: [(role: TextRole, text: String)]
        /// The digest of the sealed text that one of the texts came from, which may be erased at any time.
        var sealed: (role: TextRole, digest: Digest)?
        var isPast = false
    }

    let items: [Item]
    let corpus: Corpus

    init(_ items: [Item]) {
        self.items = items
        corpus = Corpus(items.map { Corpus.Item($0.texts.map(\.text), isPast: $0.isPast) })
    }

    /// Without the texts of which these digests are: they were erased after the shelf was filled.
    func without(_ erased: Set<Digest>) -> SearchShelf {
        SearchShelf(
            items.compactMap { item in
                guard let sealed = item.sealed, erased.contains(sealed.digest) else { return item }
                var left = item
                left.texts.removeAll { $0.role == sealed.role }
                return left.texts.isEmpty ? nil : left
            })
    }
}
