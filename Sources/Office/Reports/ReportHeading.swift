import Basics

/// What a report is of: it can be checked against the journal.
package struct ReportHeading: Hashable, Sendable {
    /// The division code.
    package let jurisdiction: String
    /// The name of the district, where the office has given one.
    package let district: String?
    /// The day of the register.
    package let day: Day?
    /// The position of the journal up to which it knows.
    package let position: Int?
    /// The digest of the entry at that position.
    package let digest: Digest?

    /// What a report is of.
    package init(
        jurisdiction: String, district: String? = nil, day: Day? = nil, position: Int? = nil, digest: Digest? = nil
    ) {
        self.jurisdiction = jurisdiction
        self.district = district
        self.day = day
        self.position = position
        self.digest = digest
    }

    /// The facts as pairs of a name and a value, those that are known.
    var facts: [(name: Wording, value: String)] {
        var facts: [(name: Wording, value: String)] = [
            (Wording(zh: "区划", en: "District"), district.map { "\($0) \(jurisdiction)" } ?? jurisdiction)
        ]
        if let day { facts.append((Wording(zh: "截至", en: "As of"), day.description)) }
        if let position { facts.append((Wording(zh: "日志至", en: "Journal up to"), String(position))) }
        if let digest {
            facts.append((Wording(zh: "摘要", en: "Digest"), digest.short))
        }
        return facts
    }
}
