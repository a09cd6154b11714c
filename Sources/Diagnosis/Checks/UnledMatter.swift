import Basics
import Registry

extension Check {
    /// Unled matter (职责踏空): a required matter that nobody leads, on record or not.
    package static let unledMatter: Check = Check(
        code: "unled-matter",
        title: Wording(zh: "职责踏空", en: "Matter without a lead"),
        rule: Wording(
            zh: "应办事项无人牵头：已登记踏空，或既无牵头也未登记。",
            en: "A required matter that nobody leads: on record as a gap, or neither led nor on record."),
        severity: .warning
    ) { register, scope, _ in
        scope.matters.flatMap { matter -> [Finding] in
            // Somebody's duties seem to hold it: then it waits to be confirmed and is no gap.
            guard scope.likelyHolders(of: matter, in: register).isEmpty else { return [] }
            let isLed = matter.parts.contains { $0.role == .lead }
            // Without a lead and without a record the register itself is broken, so that blocks; a gap on record is a
            // known want.
            let unrecorded: [Area] = isLed || !matter.gaps.isEmpty ? [] : [.everywhere]
            return (matter.gaps.map { ($0, true) } + unrecorded.map { ($0, false) }).map { area, isRecorded in
                let place = area.wording
                return unledMatter.finding(
                    [.matter(matter.id)], aspect: .area(area), severity: isRecorded ? .warning : .blocking,
                    evidence: Wording(
                        zh: "《\(matter.catalogue)》所列事项“\(matter.name)”\(place.zh)无单位牵头"
                            + (isRecorded ? "，已登记踏空。" : "，也未登记踏空。"),
                        en: "Nobody leads \"\(matter.name)\" (\(matter.catalogue)) \(place.en); "
                            + (isRecorded ? "it is on record as a gap." : "no gap is on record.")),
                    origins: [matter.origin],
                    mending: Wording(
                        zh: "明确一个牵头单位，写入其职责。", en: "Name one body to lead it and state the duty there."))
            }
        }
    }
}

extension Area {
    fileprivate var wording: Wording {
        switch self {
        case .everywhere: Wording(zh: "全域", en: "anywhere")
        case .part(let name): Wording(zh: "在“\(name)”", en: "in \(name)")
        }
    }
}
