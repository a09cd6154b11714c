import Basics
import Foundation
import HTML

/// Styles and scripts as they are served (静态资源): each under a name with its digest in it, so that a browser may keep it
/// for good, and compressed once.
package struct Assets: Sendable {
    /// One file.
    struct Asset: Sendable {
        let contentType: String
        let bytes: [UInt8]
        let compressed: [UInt8]
    }

    private var served: [String: Asset] = [:]
    private var names: [String: String] = [:]

    /// The files that pages ask for: what they are called here, and where they are found.
    static let own = ["sanding.css", "sanding.js", "choosing.js"]
    /// The files that come from elsewhere (`script/assets`).
    static let others = ["bootstrap.min.css", "htmx.min.js"]

    /// Reads the files of this house, and those that come from elsewhere out of a folder.
    package init(folder: String) throws(MissingAsset) {
        let house = (Bundle.module.resourceURL ?? Bundle.module.bundleURL).appendingPathComponent("Assets").path
        for name in Assets.own { try add(name, from: house) }
        for name in Assets.others { try add(name, from: folder) }
    }

    private mutating func add(_ name: String, from folder: String) throws(MissingAsset) {
        guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
            throw MissingAsset(path: folder + "/" + name)
        }
        let bytes = Array(data)
        let parts = name.split(separator: ".", maxSplits: 1)
        let hashed = "\(parts[0]).\(Digest(sha256: bytes).description.prefix(16)).\(parts[1])"
        served[hashed] = Asset(
            contentType: name.hasSuffix(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8",
            bytes: bytes, compressed: compressed(bytes, level: 12))
        names[name] = hashed
    }

    /// The file of a served name.
    func asset(_ hashed: String) -> Asset? { served[hashed] }

    /// Where a file is served.
    func link(_ name: String) -> Link { .path(["assets", names[name] ?? name]) }
}

/// A style or script that should be there and isn't.
package struct MissingAsset: Error, Sendable {
    /// Where it was looked for.
    package let path: String

    /// What is missing and what to do.
    package var wording: Wording {
        Wording(
            zh: "缺少网页资源文件 \(path)。请运行 script/bootstrap 备好，或用 --assets 指明所在文件夹。",
            en: "The page asset \(path) is missing. Run script/bootstrap to get it, or name its folder with --assets.")
    }
}
