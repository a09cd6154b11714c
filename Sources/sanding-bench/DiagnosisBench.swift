import Basics
import Diagnosis
import Foundation
import Office
import Samples

extension Bench {
    /// The diagnosis of the sample and of ten times as much: the checks alone, and whole, with duties compared.
    static func diagnoses(in folder: String) throws {
        for bodies in [314, 3140] {
            var desk = try desk("diagnosis-\(bodies)", in: folder)
            try open(&desk, with: try sampleDistrict(seed: 2020, bodies: bodies).bytes())
            let register = desk.register
            let size = "\(register.institutions.count) bodies, \(register.people.count) people"
            let alone = Timing(runs: 20) { _ in _ = diagnose(register).findings }
            say("diagnosis (\(size), \(diagnose(register).count) findings): \(alone.line)")
            var found = 0
            let whole = try Timing(runs: 10) { _ in
                found = try desk.look(at: register, thresholds: .standard).count
            }
            say("diagnosis with overlap (\(size), \(register.duties.count) duties, \(found) findings): \(whole.line)")
        }
    }
}
