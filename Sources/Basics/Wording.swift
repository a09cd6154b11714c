/// The language a person reads (语言).
package enum Language: String, Sendable, CaseIterable {
    /// Chinese, the default.
    case zh
    /// English.
    case en
}

/// A sentence in both languages, so that none can be forgotten where it is written.
package struct Wording: Hashable, Sendable {
    /// In Chinese.
    package let zh: String
    /// In English.
    package let en: String

    /// The same thing said twice.
    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The sentence in the reader's language.
    package func said(in language: Language) -> String { language == .zh ? zh : en }
}
