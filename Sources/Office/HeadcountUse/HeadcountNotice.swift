import Basics
import Registry
import Storage

/// A notice to use heads (编制使用通知单), ready to be printed.
package struct HeadcountNotice: Sendable {
    /// The number of its document, and which of several notices under it.
    package let number: String
    /// The document that approved it.
    package let document: Citation
    /// The document's title; nil where it was erased.
    package let title: String?
    /// When it was decided.
    package let decided: Day
    /// The body, as it was called when it was approved.
    package let body: String
    /// The body's supervisor then, if it had one.
    package let supervisor: String?
    /// What is used.
    package let use: HeadcountUse
    /// Approved heads of the kind, heads filled and what was put aside, when it was approved.
    package let figures: AccountEffect.Figures
    /// Who decided.
    package let deciders: [String]
    /// The number of the motion; nil where there was none.
    package let motion: Int?
}

extension Desk {
    /// The notice of a use of heads.
    package func headcountNotice(of id: Reservation.ID, on day: Day) throws(OfficeFailure) -> HeadcountNotice {
        let uses = headcountUses(on: day)
        guard let use = uses.first(where: { $0.id == id }) else {
            throw OfficeFailure(
                .input, "unknown-use", zh: "没有这张编制使用通知单。", en: "There is no such notice.")
        }
        let act = history.entries[use.position - 1].act
        let register = history.known(at: use.position).register(on: use.day)
        let profile = register.institutions[use.body]?.profile
        let title = try storing { () throws(StorageFailure) in
            try journal.text(of: act.document.title, in: jurisdiction)
        }
        let names = try officers()
        let isOnly = uses.count { $0.position == use.position } == 1
        return HeadcountNotice(
            number: isOnly ? "\(act.document.citation)" : "\(act.document.citation)之\(use.item)",
            document: act.document.citation, title: title.said, decided: act.document.decided,
            body: profile?.name ?? "",
            supervisor: profile?.supervisor.flatMap { register.institutions[$0]?.profile.name }, use: use,
            figures: register.figures(of: Account(.institution(use.body), .heads(use.kind))),
            deciders: act.deciders.map { names[$0] ?? $0.description },
            motion: try motions().first { $0.enactment?.position == use.position }?.number)
    }
}

extension Unsealed {
    fileprivate var said: String? { if case .text(let text) = self { text } else { nil } }
}
