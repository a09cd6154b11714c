import Basics
import Registry

/// The differences between a register and a later workbook, as they are confirmed (差异清单): one by one or by group, with
/// what each needs.
package struct DifferenceList: Sendable {
    /// All of them, by number.
    package let differences: [Difference]
    /// For each by its number those that set up a body it needs.
    private let needs: [Int: Set<Int>]
    private let keys: [String]

    /// A list of differences, numbered from 1.
    package init(_ differences: [Difference]) {
        self.differences = differences
        var counts: [String: Int] = [:]
        keys = differences.map { difference in
            let plain = "\(difference.kind.rawValue)|\(difference.origin?.description ?? "")|\(difference.wording.zh)"
            counts[plain, default: 0] += 1
            return Digest(sha256: "\(plain)|\(counts[plain] ?? 1)".utf8).short
        }
        var makers: [Institution.ID: Int] = [:]
        for difference in differences {
            for case .establish(let id, _, _) in difference.changes { makers[id] = difference.number }
        }
        needs = Dictionary(
            uniqueKeysWithValues: differences.map { difference in
                let needed = difference.changes.flatMap(\.bodiesNeeded).compactMap { makers[$0] }
                return (difference.number, Set(needed).subtracting([difference.number]))
            })
    }

    /// Those of one kind together, in the order of kinds.
    package var groups: [(kind: Difference.Kind, differences: [Difference])] {
        let byKind = Dictionary(grouping: differences, by: \.kind)
        return Difference.Kind.allCases.compactMap { kind in byKind[kind].map { (kind, $0) } }
    }

    /// By what a difference is known as long as it stays: the same when the workbook is compared again.
    package func key(of difference: Difference) -> String { keys[difference.number - 1] }

    /// The keys of all that can be confirmed, of a kind or of every kind.
    package func confirmableKeys(of kind: Difference.Kind? = nil) -> Set<String> {
        Set(
            differences.filter { $0.isConfirmable && (kind == nil || $0.kind == kind) }.map { keys[$0.number - 1] })
    }

    /// The differences with these keys and those they need, in order; and how many of the keys no longer stand.
    package func chosen(_ wanted: Set<String>) -> (chosen: [Difference], added: [Difference], gone: Int) {
        var numbers = Set(differences.filter { wanted.contains(keys[$0.number - 1]) }.map(\.number))
        let asked = numbers
        var next = numbers
        while !next.isEmpty {
            next = next.reduce(into: Set<Int>()) { $0.formUnion(needs[$1] ?? []) }.subtracting(numbers)
            numbers.formUnion(next)
        }
        return (
            differences.filter { numbers.contains($0.number) },
            differences.filter { numbers.contains($0.number) && !asked.contains($0.number) }, wanted.count - asked.count
        )
    }
}

extension Difference {
    /// Whether confirming it changes something; else a plan or an exit has to say what becomes of it.
    package var isConfirmable: Bool { !changes.isEmpty }
}

extension Difference.Kind {
    /// What a person calls it.
    package var name: Wording {
        switch self {
        case .newBody: Wording(zh: "新列机构", en: "new bodies")
        case .bodyNotListed: Wording(zh: "未再列出的机构", en: "bodies no longer listed")
        case .attribute: Wording(zh: "机构事项", en: "attributes of bodies")
        case .figures: Wording(zh: "编制职数", en: "headcount and posts")
        case .newPerson: Wording(zh: "新列人员", en: "new people")
        case .personNotListed: Wording(zh: "未再列出的人员", en: "people no longer listed")
        case .place: Wording(zh: "在编与任职", en: "places and posts of people")
        case .duty: Wording(zh: "职责", en: "duties")
        }
    }
}

extension Change {
    /// The bodies that must exist before it.
    fileprivate var bodiesNeeded: [Institution.ID] {
        switch self {
        case .establish(_, let profile, _):
            [profile.supervisor, profile.sponsor, profile.host].compactMap { $0 }
        case .amend(let id, let attribute):
            switch attribute {
            case .supervisor(let other), .sponsor(let other), .host(let other): [id, other].compactMap { $0 }
            default: [id]
            }
        case .enrol(_, let place): [place.institution]
        case .transfer(_, let from, _, let place): [from, place.institution]
        case .setWorkplace(_, let id): [id].compactMap { $0 }
        case .stateDuty(let statement): [statement.holder]
        case .move(_, _, let from, let to): [from.institution, to.institution].compactMap { $0 }
        default: []
        }
    }
}
