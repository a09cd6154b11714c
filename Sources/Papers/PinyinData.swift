import Basics

/// How Chinese characters are read, without tones, as it comes with the system: a syllable a line, and what may be read so.
package enum PinyinData {
    /// The lines of the file, without its remarks.
    package static func lines() throws(DamagedInstallation) -> [Substring] {
        let lines = try shippedText("pinyin.txt").split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
        guard lines.count > 400 else {
            throw DamagedInstallation(
                file: "pinyin.txt", reason: Wording(zh: "内容不全。", en: "there is too little in it."))
        }
        return lines
    }
}
