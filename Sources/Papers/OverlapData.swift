import Foundation
import Overlap

/// The words that come with the comparison of duties: synonyms of the field and how usual words are in public texts.
package enum OverlapData {
    /// The synonyms (同义词表), which an office extends with a file of its own.
    package static let thesaurus: Thesaurus = (try? Thesaurus(lines: lines(of: "synonyms"))) ?? .none

    /// How usual words are.
    package static let background: Background = (try? Background(lines: lines(of: "background"))) ?? .none

    private static func lines(of name: String) -> [Substring] {
        let place = Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Data/overlap")
        let text = place.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
}
