import Foundation
import Overlap
import Papers

extension Bench {
    /// All pairs of duty statements, with the words that come with the system, and how many of the planted pairs are
    /// among those listed.
    static func overlap(in folder: String) throws {
        for count in [10_000, 100_000] {
            let duties = PlantedDuties(count: count, seed: 7)
            var listed: [OverlapIndex.Ranked] = []
            let timing = Timing(runs: 3) { _ in
                let index = OverlapIndex(
                    duties.statements, thesaurus: OverlapData.thesaurus, background: OverlapData.background)
                listed = index.ranked()
            }
            let found = listed.count { duties.groups[$0.statements.first] == duties.groups[$0.statements.second] }
            let recall = Double(found) / Double(max(1, duties.planted))
            say(
                "overlap of \(count) statements, all pairs (\(ProcessInfo.processInfo.activeProcessorCount) cores, "
                    + "\(listed.count) pairs, \(found) of \(duties.planted) planted, "
                    + "recall \(String(format: "%.3f", recall))): \(timing.line)")
        }
    }
}
