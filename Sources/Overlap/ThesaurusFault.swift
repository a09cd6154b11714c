import Basics

/// What is wrong with a list of synonyms, and where.
package struct ThesaurusFault: Error, Hashable, Sendable {
    /// The line, from 1.
    package let line: Int
    /// What.
    package let kind: Kind

    /// What can be wrong.
    package enum Kind: Hashable, Sendable {
        /// One word alone means nothing else.
        case single(String)
        /// Nothing between two equal signs.
        case empty
        /// One character is a part of too many words.
        case short(String)
        /// The word stands in an earlier line already.
        case twice(String, earlier: Int)
    }

    /// What to tell the person who keeps the list.
    package var wording: Wording {
        switch kind {
        case .single(let word):
            Wording(
                zh: "同义词表第\(line)行：只有“\(word)”一个词。请写成“词 = 词”，或删去这一行。",
                en: "Synonyms, line \(line): “\(word)” stands alone. Write “word = word”, or delete the line.")
        case .empty:
            Wording(
                zh: "同义词表第\(line)行：等号旁边缺一个词。请补上，或删去多余的等号。",
                en: "Synonyms, line \(line): a word is missing beside an equal sign. Write it, or delete the sign.")
        case .short(let word):
            Wording(
                zh: "同义词表第\(line)行：“\(word)”只有一个字，会误伤别的词。请写两个字以上的词。",
                en:
                    "Synonyms, line \(line): “\(word)” is one character, which others have too. Write a longer word."
            )
        case .twice(let word, let earlier):
            Wording(
                zh: "同义词表第\(line)行：“\(word)”在第\(earlier)行已经有了。一个词只能在一组里，请合并这两行。",
                en:
                    "Synonyms, line \(line): “\(word)” is in line \(earlier) already. Join the two lines."
            )
        }
    }
}
