/// What is known of one body, real, planned or supposed: numbers, codes and texts. What is not set is unknown.
package struct FactSheet: Hashable, Sendable {
    /// The value of each choice and number, at its raw value; `unknown` where it isn't known.
    var values: [Int]
    /// The full name (名称); nil when unknown.
    package var name: String?
    /// The texts of its duties (职责); nil when unknown.
    package var dutyTexts: [String]?

    static let unknown = Int.min

    /// A body of which this is known; negative numbers are taken as unknown.
    package init(name: String? = nil, _ values: [Fact: Int] = [:], dutyTexts: [String]? = nil) {
        self.values = [Int](repeating: FactSheet.unknown, count: Int(Fact.name.rawValue))
        self.name = name
        self.dutyTexts = dutyTexts
        for (fact, value) in values { self[fact] = value }
    }

    /// The code of a choice or the value of a number; nil when it is unknown, and for texts.
    package subscript(fact: Fact) -> Int? {
        get {
            guard fact < .name else { return nil }
            let value = values[Int(fact.rawValue)]
            return value == FactSheet.unknown ? nil : value
        }
        set {
            guard fact < .name else { return }
            values[Int(fact.rawValue)] = newValue.map { $0 < 0 ? FactSheet.unknown : $0 } ?? FactSheet.unknown
        }
    }

    /// Whether a fact is known.
    package func knows(_ fact: Fact) -> Bool {
        switch fact {
        case .name: name != nil
        case .dutyTexts: dutyTexts != nil
        default: self[fact] != nil
        }
    }

    /// The same body with another value of one fact; nil makes it unknown.
    package func with(_ fact: Fact, _ value: Int?) -> FactSheet {
        var sheet = self
        sheet[fact] = value
        return sheet
    }
}
