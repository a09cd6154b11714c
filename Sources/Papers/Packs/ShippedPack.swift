import Foundation

/// The rule packs that come with the system: examples with their source and how sure it is, for an office to adopt, copy
/// or replace.
package enum ShippedPack {
    /// Their codes, in order; the code is the name of the file.
    package static var codes: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The text of a pack, or nil when none of that code is shipped.
    package static func text(of code: String) -> String? {
        guard codes.contains(code) else { return nil }
        return try? String(contentsOf: folder.appendingPathComponent("\(code).yaml"), encoding: .utf8)
    }

    private static var folder: URL {
        (Bundle.module.resourceURL ?? Bundle.module.bundleURL).appendingPathComponent("Data/packs")
    }
}
