import Foundation
import Overlap
import Papers

extension Bench {
    /// All pairs of duty statements, with the words that come with the system, and how many of the planted pairs are
    /// among those listed.
    static func overlap(in folder: String) throws {
        for count in [10_000, 100_000] { try overlap(of: PlantedDuties(count: count, seed: 7), runs: 3) }
    }

    /// The same of statements in a file, as `--duties` writes them.
    static func overlap(in file: String, runs: Int) throws {
        try overlap(of: PlantedDuties(text: try String(contentsOfFile: file, encoding: .utf8)), runs: runs)
    }

    private static func overlap(of duties: PlantedDuties, runs: Int) throws {
        let data = try OverlapData.shipped()
        // The ten nearest of each statement, as the peer lists them; an office is shown those from 150 on.
        var settings = OverlapSettings()
        settings.minimumScore = 50
        var listed: [OverlapIndex.Ranked] = []
        let timing = Timing(runs: runs) { _ in
            let index = OverlapIndex(
                duties.statements, thesaurus: data.thesaurus, background: data.background, settings: settings)
            listed = index.ranked()
        }
        let found = listed.count { duties.groups[$0.statements.first] == duties.groups[$0.statements.second] }
        let recall = Double(found) / Double(max(1, duties.planted))
        say(
            "overlap of \(duties.statements.count) statements, all pairs "
                + "(\(ProcessInfo.processInfo.activeProcessorCount) cores, \(listed.count) pairs, "
                + "\(found) of \(duties.planted) planted, recall \(String(format: "%.3f", recall))): \(timing.line)")
    }
}
