/// Part of a name as somebody typed it to narrow a list (名称含): it is in a text if search reads it there, however wide, in
/// whatever brackets, in large letters or small.
package struct TypedPart: Sendable {
    private let typed: String
    private let folded: [UInt8]

    /// What was typed.
    package init(_ typed: String) {
        self.typed = typed
        folded = FoldedText(typed).bytes
    }

    /// Whether a text has it. What search reads as nothing, such as a bracket alone, is looked for as it was typed.
    package func isIn(_ text: String) -> Bool {
        guard !folded.isEmpty else { return text.contains(typed) }
        var bytes: [UInt8] = []
        _ = FoldedText.append(text, to: &bytes)
        return bytes.contains(folded)
    }
}
