import Consolidation
import Foundation

/// A made-up instance of merging small bodies, known from measuring other solvers on it: bodies in classes, each alike to
/// its nearest seven in the class, a few pairs that must not meet; 15 to 80 heads and at most 6 bodies in one.
/// - Parameters:
///   - classes: nil for one class to twenty bodies, at least two; 1 for one class of all.
package func mergerSample(bodies count: Int, seed: UInt32, classes: Int? = nil) -> Instance {
    var draw = MersenneTwister(seed: seed)
    let kinds = classes ?? max(2, count / 20)
    let heads = (0..<count).map { _ in max(3, min(45, Int(draw.logNormal(mean: 2.3, deviation: 0.6)))) }
    let classOf = (0..<count).map { _ in draw.below(kinds) }
    let places = (0..<count).map { _ in (draw.real(), draw.real()) }
    func square(_ one: Int, _ other: Int) -> Double {
        let (across, along) = (places[one].0 - places[other].0, places[one].1 - places[other].1)
        return across * across + along * along
    }
    var points: [BodyPair: Int] = [:]
    for body in 0..<count {
        let same = (0..<count).filter { $0 != body && classOf[$0] == classOf[body] }
            .map { (square(body, $0), $0) }.sorted { $0 < $1 }
        for (distance, other) in same.prefix(7) {
            points[BodyPair(body, other)] = max(1, Int(30 * (1.1 - pow(distance, 0.5)) * draw.real(from: 0.6, to: 1.2)))
        }
    }
    var apart: [BodyPair] = []
    for body in 0..<count {
        let strangers = (body + 1..<max(count, body + 1)).filter {
            classOf[$0] == classOf[body] && points[BodyPair(body, $0)] == nil
        }
        if !strangers.isEmpty, draw.real() < 0.25 {
            apart.append(BodyPair(body, strangers[draw.below(strangers.count)]))
        }
    }
    return Instance(
        bodies: zip(heads, classOf).map { Candidate(size: $0, classNumber: $1) },
        affinities: points.sorted { $0.key < $1.key }.map { Affinity($0.key.first, $0.key.second, points: $0.value) },
        apart: apart,
        limits: Limits(smallest: 15, largest: 80, most: 6, posts: PostSteps(least: 2, steps: [16, 51])))
}
