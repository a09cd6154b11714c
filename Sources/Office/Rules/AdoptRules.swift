import Basics
import Norms
import Papers
import Procedure
import Registry
import Storage

/// A rule pack with the text it was read from, which is what stands beside the journal once it is adopted.
package struct WrittenRules: Sendable {
    /// As an official wrote it.
    package let text: String
    /// As it was read.
    package let pack: RulePack

    /// Reads it; a pack with errors is none.
    package init(_ text: String) throws(OfficeFailure) {
        let read = readRulePack(text)
        guard let pack = read.pack else { throw OfficeFailure(read.faults) }
        self.text = text
        self.pack = pack
    }
}

extension Desk {
    /// Adopts a rule pack from a day on (采用规则包), by a decision that cites the office's document. A text under a code
    /// that is adopted already takes the place of the one before.
    /// - Parameter written: the pack with its file, which is kept beside the journal.
    @discardableResult
    package mutating func adoptRules(
        _ written: WrittenRules, on day: Day, document words: DocumentWords, drafter: Officer.ID,
        deciders: [Officer.ID], from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        guard written.pack.code != CompetenceTable.code else {
            throw OfficeFailure(
                .input, "reserved-code", zh: "代码“\(written.pack.code)”留给审批权限表，请给规则包另取代码。",
                en: "The code “\(written.pack.code)” is kept for the competence table; give the pack another.")
        }
        return try decide(
            [.adoptRules(written.pack.code, written.pack.digest)], adopting: written.text, on: day, document: words,
            drafter: drafter, deciders: deciders, from: &source, at: instant)
    }

    /// Ends the adoption of a pack from a day on (停用规则包).
    @discardableResult
    package mutating func repealRules(
        _ code: String, on day: Day, document words: DocumentWords, drafter: Officer.ID, deciders: [Officer.ID],
        from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        try decide(
            [.repealRules(code)], on: day, document: words, drafter: drafter, deciders: deciders, from: &source,
            at: instant)
    }
}

extension OfficeFailure {
    /// A rule pack with errors: the first is told with its place, and how many there are.
    package init(_ faults: [PackFault]) {
        let errors = faults.filter { $0.severity == .error }
        let first = errors.first?.placed ?? Wording(zh: "无法读取", en: "it can't be read")
        self.init(
            .input, "faulty-rules",
            zh: "规则包有\(errors.count)处错误，未采用。\(first.zh)（用 sanding norms lint 查看全部。）",
            en:
                "The rule pack has \(errors.count) errors and is not adopted. \(first.en) (See all with sanding norms lint.)"
        )
    }
}
