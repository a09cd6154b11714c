/// The table of texts that cells refer to by number. Runs of rich text are joined; the reading aids (phonetic
/// runs) some input methods leave behind are not part of the text.
func readSharedStrings(
    _ part: String, in container: inout Container, limits: ReadingLimits
) throws(UnreadableFile.Reason) -> [String] {
    let listener = SharedStringListener(limit: limits.cellCount)
    try parseXML(part, in: &container, listener)
    return listener.texts
}

private final class SharedStringListener: XMLListener {
    let limit: Int
    var texts: [String] = []
    private var text: [UInt8] = []
    private var listening = false
    private var phonetic = false

    init(limit: Int) { self.limit = limit }

    override func started(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "t" {
            listening = !phonetic
        } else if name == "si" {
            text.removeAll(keepingCapacity: true)
        } else if name == "rPh" {
            phonetic = true
        }
    }

    override func ended(_ name: XMLName) {
        if name == "t" {
            listening = false
        } else if name == "si" {
            // Even an entry without text takes memory here, and five bytes in the file.
            guard texts.count < limit else { return failure = .tooLarge(.cells, limit: limit) }
            decodeEscapes(&text)
            texts.append(String(decoding: text, as: UTF8.self))
        } else if name == "rPh" {
            phonetic = false
        }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        if listening { text.append(contentsOf: bytes) }
    }
}
