import Basics

/// Something wrong with a rule pack or a competence table, with its place in the file: collected, never thrown.
package struct PackFault: Hashable, Sendable, Comparable {
    /// What kind of fault; stable.
    package let code: Code
    /// Where it is.
    package let position: SourcePosition
    /// What is wrong and what to do, without the place.
    package let wording: Wording

    /// A fault at a place.
    package init(_ code: Code, at position: SourcePosition, zh: String, en: String) {
        self.code = code
        self.position = position
        wording = Wording(zh: zh, en: en)
    }

    /// The line, from 1.
    package var line: Int { position.line }

    /// The column, from 1.
    package var column: Int { position.column }

    /// Whether the pack can't be used with it.
    package var severity: Severity { code.severity }

    /// The sentence with its place: 第12行第5列：….
    package var placed: Wording {
        Wording(
            zh: "第\(line)行第\(column)列：\(wording.zh)", en: "line \(line), column \(column): \(wording.en)")
    }

    /// In the order of the file, then by code.
    package static func < (left: PackFault, right: PackFault) -> Bool {
        left.position == right.position
            ? left.code.rawValue < right.code.rawValue : left.position < right.position
    }

    /// How bad a fault is.
    package enum Severity: String, Sendable {
        /// The pack can't be used (错误).
        case error
        /// The pack can be used; someone should look (提醒).
        case warning
    }

    /// The kinds of fault.
    package enum Code: String, CaseIterable, Sendable {
        // Of the file, found by the reader.
        case tooLarge = "file-too-large"
        case tooDeep = "file-too-deep"
        case notYAML = "not-yaml"
        case wrongShape = "wrong-shape"
        case unknownField = "unknown-field"
        case repeatedField = "repeated-field"
        case missingField = "missing-field"
        case unknownItem = "unknown-item"
        case unknownFact = "unknown-fact"
        case unknownValue = "unknown-value"
        case badRange = "bad-range"
        case badNumber = "bad-number"
        case badDate = "bad-date"
        case badCode = "bad-code"
        case manyDecisions = "many-decisions"
        // Of what it says.
        case emptyRange = "empty-range"
        case overlappingBands = "overlapping-bands"
        case unorderedBands = "unordered-bands"
        case missingBand = "missing-band"
        case nothingBelow = "nothing-below"
        case nothingAbove = "nothing-above"
        case noBands = "no-bands"
        case emptyAward = "empty-award"
        case openAward = "open-award"
        case makeupSum = "makeup-sum"
        case unreachable = "unreachable-clause"
        case repeatedNumber = "repeated-clause-number"
        case additionWithoutBase = "addition-without-base"
        case ratioWithoutNumber = "ratio-without-number"
        case undefinedName = "undefined-name"
        case definitionCycle = "definition-cycle"
        case unusedDefinition = "unused-definition"
        case repeatedDefinition = "repeated-definition"
        case emptyPack = "empty-pack"
        case untilBeforeFrom = "until-before-from"
        case issuedAfterFrom = "issued-after-from"
        // Of what a competence table says.
        case uncoveredChange = "uncovered-change"
        case noQuorum = "no-quorum"
        case badQuorum = "bad-quorum"

        /// Whether a pack with such a fault can't be used.
        package var severity: Severity {
            switch self {
            case .unorderedBands, .missingBand, .nothingBelow, .nothingAbove, .unreachable, .repeatedNumber,
                .additionWithoutBase, .unusedDefinition, .issuedAfterFrom, .uncoveredChange, .noQuorum:
                .warning
            default: .error
            }
        }
    }
}
