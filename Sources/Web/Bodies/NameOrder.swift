import Foundation
import Office
import Registry

/// The order of the names of bodies as Chinese lists have them, by sound (音序): made once for a register, since finding out
/// which of two names comes first costs more than a line of a page.
struct NameOrder: Sendable {
    private let places: [Institution.ID: Int]

    /// The order of these bodies' names; those that are called the same stand by their identifiers.
    init(of lines: [BodyLine]) {
        let locale = Locale(identifier: "zh_Hans_CN")
        let sorted = lines.map { ($0.name, $0.id) }.sorted { left, right in
            switch left.0.compare(right.0, options: [], range: nil, locale: locale) {
            case .orderedAscending: true
            case .orderedDescending: false
            case .orderedSame: left.1 < right.1
            }
        }
        places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.1, $0) })
    }

    /// Where a body stands; nil for one that is not among them.
    func place(of id: Institution.ID) -> Int? { places[id] }
}
