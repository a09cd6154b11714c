import Basics

extension Identifier {
    /// The identifier that some content leads to: the same for the same, and like a random one to who lacks it.
    init(drawnFrom content: CanonicalWriter) {
        var reader = CanonicalReader(Digest(sha256: content.bytes).bytes)
        guard let id: Self = try? reader.identifier() else { preconditionFailure("a digest has 32 bytes") }
        self = id
    }
}
