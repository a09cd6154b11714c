import Registry

/// What people call their office, and which leader post that is.
struct TitleWords: Sendable {
    private let none: [String]
    private let inner: [String]
    private let deputyMarks: [String]
    private let partyMarks: [String]
    private let chief: [String]

    init(_ file: WordFile) throws(UnreadableDistrict) {
        none = try file.words("titles", "none").map { folded($0) }
        inner = try file.words("titles", "internal").map { folded($0) }
        deputyMarks = try file.words("titles", "deputyMarks").map { folded($0) }
        partyMarks = try file.words("titles", "partyMarks").map { folded($0) }
        chief = try file.words("titles", "chief").map { folded($0) }
    }

    /// The post of a title such as 党组书记、局长 or 办公室副主任; nil when it is none, or none that is known.
    ///
    /// A plain 书记 leads the Party organisation of a body, but is the chief of a body that is itself led by one: an organ
    /// of the Party, a supervisory commission that sits with one, a mass organisation.
    func role(_ text: String, of type: InstitutionType? = nil) -> LeaderRole? {
        let title = folded(text)
        guard !title.isEmpty else { return nil }
        let isDeputy = deputyMarks.contains { title.contains($0) }
        if inner.contains(where: { title.contains($0) || title.contains($0.replacing("主任", with: "副主任")) }) {
            return isDeputy ? .internalDeputy : .internalChief
        }
        let leads = chief.contains { title.contains($0) && !partyMarks.contains($0) }
        if none.contains(where: { title.hasPrefix($0) || title.hasSuffix($0) }) { return nil }
        if isDeputy { return .deputy }
        if leads { return .chief }
        let marks = partyMarks.filter { title.contains($0) }
        let isSecretaryOnly = !marks.isEmpty && marks.allSatisfy(chief.contains)
        if isSecretaryOnly, type?.isLedBySecretary == true { return .chief }
        return marks.isEmpty ? nil : .party
    }
}

extension InstitutionType {
    /// Whether its chief is called secretary (书记).
    fileprivate var isLedBySecretary: Bool {
        switch self {
        case .party, .supervisory, .massOrganisation: true
        default: false
        }
    }
}
