import Basics
import HTML

/// What is sent back (答复).
struct Reply: Sendable {
    /// The status of HTTP.
    var status = 200
    /// The type of the content.
    var contentType = "text/html; charset=utf-8"
    /// The content.
    var bytes: [UInt8] = []
    /// Further headers.
    var headers: [(name: String, value: String)] = []

    /// A page or a part of one.
    static func page(_ bytes: [UInt8], status: Int = 200) -> Reply { Reply(status: status, bytes: bytes) }

    /// On to another page of this house: what was sent is done, and loading again sends nothing twice.
    static func on(to link: Link) -> Reply { Reply(status: 303, headers: [("location", link.text)]) }

    /// A file to be kept.
    static func file(_ bytes: [UInt8], named name: String, type: String) -> Reply {
        let plain = String(
            decoding: name.utf8.map {
                (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 46
                    || $0 == 45 ? $0 : UInt8(ascii: "_")
            }, as: UTF8.self)
        let encoded = Link.path([name]).text.dropFirst()
        return Reply(
            contentType: type, bytes: bytes,
            headers: [("content-disposition", "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)")])
    }
}
