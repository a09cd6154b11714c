import Foundation
import Testing

/// The auditor is a second opinion only as long as it doesn't look at the first one.
@Suite struct AuditorIndependenceTests {
    /// What the auditor may know: the Act, its changes and the values inside them.
    static let known: Set<String> = [
        "Act", "Account", "Area", "Attribute", "Change", "Citation", "Commodity", "Day", "Digest", "Document",
        "DutyStatement", "EstablishmentKind", "ExitCause", "FactDate", "FigureGroup", "Holder", "Institution",
        "InternalUnit",
        "Invariant", "LeaderRole", "Matter", "Origin", "Person", "PersonStatus", "Place", "PositionKind", "Profile",
        "Reservation", "ScaleFact", "ScaleMeasure", "Tolerance",
    ]

    /// Its own words, and those of the language.
    static let own: Set<String> = [
        "Adopted", "Affair", "Allowance", "Auditor", "Body", "Group", "Human", "PlacedAct", "Rule", "State", "Tally",
        "UnknownGroup", "Wrong", "ID", "Int", "String", "Bool", "Set", "Equatable", "Hashable", "Sendable",
        "CustomStringConvertible", "Void", "Basis", "Part", "Cause", "Value", "Basics", "Registry", "Identifier",
    ]

    /// Members of the shared types that carry rules of the register rather than words of the journal.
    static let ruled = [
        ".excess(in", ".isTolerable", ".lines", ".faults", ".holdsAccounts", ".mayHoldPlace", ".meets(", ".set(",
    ]

    @Test func auditorNamesNothingOfTheRegister() throws {
        let folder = Repository.root.appending(path: "Tests/RegistryTests/Auditor")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
        #expect(files.count >= 8)
        for file in files {
            let code = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
                .replacing(/"[^"\n]*"/, with: "").replacing(/\/\/[^\n]*/, with: "")
            for match in code.matches(of: /\b[A-Z][A-Za-z]+\b/) where !Self.own.contains(String(match.0)) {
                #expect(Self.known.contains(String(match.0)), "\(file.lastPathComponent) knows \(match.0)")
            }
            for member in Self.ruled {
                // The auditor has an `excess(of:in:)` of its own; what is looked for is the register's.
                #expect(!code.contains(member), "\(file.lastPathComponent) calls \(member)")
            }
            for word in ["Register", "History", "HeadcountLedger", "Presence", "Refusal", "Entry"] {
                #expect(
                    code.firstMatch(of: try Regex("\\b\(word)\\b")) == nil, "\(file.lastPathComponent) names \(word)")
            }
        }
    }
}
