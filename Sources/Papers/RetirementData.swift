/// The ages of retirement that come with the system: the national rule, with its source.
package enum RetirementData {
    /// The text of the file.
    package static func text() throws(DamagedInstallation) -> String { try shippedText("retirement.yaml") }
}
