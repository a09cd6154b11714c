import CQRCode
import HTML

extension Markup {
    /// A text as a QR code, dark on light, with the margin that readers need.
    mutating func qrCode(_ text: String, label: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        var path = ""
        for y in 0..<width {
            for x in 0..<width where code.pointee.data[y * width + x] & 1 == 1 { path += "M\(x + 4) \(y + 4)h1v1h-1z" }
        }
        self(
            .svg, .class("qr"), .attribute("viewBox", "0 0 \(width + 8) \(width + 8)"), .attribute("width", 200),
            .attribute("height", 200), .role("img"), .aria(.label, label), .attribute("shape-rendering", "crispEdges")
        ) { html in
            html(.rect, .attribute("width", width + 8), .attribute("height", width + 8), .attribute("fill", "#fff"))
            html(.path, .attribute("d", path), .attribute("fill", "#000"))
        }
    }
}
