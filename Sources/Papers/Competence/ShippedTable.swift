import Foundation

/// The competence tables that come with the system: models for an office to copy and replace.
package enum ShippedTable {
    /// The text of a table by the name of its file, or nil when none of that name is shipped.
    package static func text(of name: String) -> String? {
        let folder = (Bundle.module.resourceURL ?? Bundle.module.bundleURL).appendingPathComponent("Data/competence")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard names.contains("\(name).yaml") else { return nil }
        return try? String(contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8)
    }
}
