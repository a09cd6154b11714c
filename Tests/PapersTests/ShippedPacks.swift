import Basics
import Foundation
import Norms
import Papers
import Testing

/// The packs that are shipped and the tables of their boundaries, as they stand in the repository.
enum ShippedPacks {
    /// The files of packs, by name.
    static let files = names(in: "Sources/Papers/Data/packs", ending: ".yaml")

    /// The rows of all tables; a row that can't be read is a failure of every test that asks for rows.
    static let rows: Result<[BoundaryRow], any Error> = Result {
        try names(in: "Tests/PapersTests/Boundaries", ending: ".tsv").flatMap { name in
            try text(of: "Tests/PapersTests/Boundaries/\(name)").split(separator: "\n")
                .filter { !$0.hasPrefix("#") }.map { try BoundaryRow(String($0)) }
        }
    }

    /// A pack by its code, with the faults of its file.
    static func pack(_ code: String) throws -> (pack: RulePack?, faults: [PackFault]) {
        readRulePack(try text(of: "Sources/Papers/Data/packs/\(code).yaml"))
    }

    /// A rulebook of that one pack, on a day on which every shipped pack is in force.
    static func rulebook(_ pack: RulePack) throws -> Rulebook {
        let day = try #require(Day(iso: "2024-01-01"))
        return Rulebook([Adoption(pack, on: day)], on: day)
    }

    private static func names(in folder: String, ending: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return (names ?? []).filter { $0.hasSuffix(ending) }.sorted()
    }

    /// A text file of the repository.
    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The folder of the package: the first above this file that has a manifest.
    private static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path != "/",
            !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
        {
            folder = folder.deletingLastPathComponent()
        }
        return folder
    }()
}
