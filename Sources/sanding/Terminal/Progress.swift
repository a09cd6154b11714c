import Foundation

/// A line on the terminal's error stream that says what is being done and how far it is; silent where nobody looks on.
struct Progress {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var shown = false

    /// Says what is being done.
    mutating func say(_ text: String) {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
        shown = true
    }

    /// Clears the line.
    mutating func done() {
        guard shown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
        shown = false
    }
}
