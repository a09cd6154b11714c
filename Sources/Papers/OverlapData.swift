import Foundation
import Overlap

/// The words that come with the comparison of duties, read once: synonyms of the field and how usual words are in public
/// texts.
package struct OverlapData: Sendable {
    /// The synonyms (同义词表), which an office extends with a file of its own.
    package let thesaurus: Thesaurus
    /// How usual words are.
    package let background: Background

    /// Those in the files that come with the program.
    package static func shipped() throws(DamagedInstallation) -> OverlapData { try read.get() }

    private static let read = Result { () throws(DamagedInstallation) in
        OverlapData(
            thesaurus: try synonyms(shippedText("overlap/synonyms.txt")),
            background: try background(shippedText("overlap/background.txt")))
    }

    static func synonyms(_ text: String) throws(DamagedInstallation) -> Thesaurus {
        do throws(ThesaurusFault) { return try Thesaurus(lines: lines(of: text)) } catch {
            throw DamagedInstallation(file: "overlap/synonyms.txt", reason: error.wording)
        }
    }

    static func background(_ text: String) throws(DamagedInstallation) -> Background {
        do throws(BackgroundFault) { return try Background(lines: lines(of: text)) } catch {
            throw DamagedInstallation(file: "overlap/background.txt", reason: error.wording)
        }
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
}
