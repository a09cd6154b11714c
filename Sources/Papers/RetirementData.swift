import Foundation

/// The ages of retirement that come with the system: the national rule, with its source.
package enum RetirementData {
    /// The text of the file; empty when it is missing from the installation.
    package static var text: String {
        Bundle.module.url(forResource: "retirement", withExtension: "yaml", subdirectory: "Data")
            .flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
    }
}
