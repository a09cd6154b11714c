import Basics
import Registry

/// A motion (动议件): a plan, or a matter of daily work, on its way to a decision.
package struct Motion: Sendable {
    /// Its number in the jurisdiction, from 1.
    package let number: Int
    /// What happened, in order; the first moved it.
    package let events: [MotionEvent]
    /// The decision it led to, if it did.
    package let enactment: Enactment?

    /// The Act that decided it.
    package struct Enactment: Hashable, Sendable {
        /// Its position in the journal.
        package let position: Int
        /// How many events it stood on; what came later came after the decision.
        package let events: Int

        /// An Act that stands on so many events.
        package init(position: Int, events: Int) {
            self.position = position
            self.events = events
        }
    }

    /// A motion; nil when its events do not begin by moving it.
    package init?(number: Int, events: [MotionEvent], enactment: Enactment? = nil) {
        guard let first = events.first, first.deed.subject != nil else { return nil }
        self.number = number
        self.events = events
        self.enactment = enactment
    }

    /// The stages of a motion (《中国共产党机构编制工作条例》: 动议、论证、审议决定、组织实施).
    package enum Stage: UInt8, CaseIterable, Sendable {
        /// Moved (动议).
        case motion = 1
        /// Under review (论证).
        case review
        /// Being deliberated and decided (审议决定).
        case deliberation
        /// Decided and carried out (组织实施).
        case implementation
    }

    /// What has been done since it was last moved: what was done on an earlier text does not count for this one.
    package var current: ArraySlice<MotionEvent> {
        let start = events.lastIndex { $0.deed.subject != nil } ?? events.startIndex
        return events[start...]
    }

    /// What is moved, and the digest of its text, as last moved.
    package var subject: (matter: MotionMatter, digest: Digest, organ: String) {
        current.first?.deed.subject ?? (.plan, .none, "")
    }

    /// The officer who last moved it.
    package var drafter: Officer.ID { (current.first ?? events[0]).officer }

    /// Everybody who moved it in any of its texts: they neither review nor decide.
    package var drafters: Set<Officer.ID> {
        Set(events.filter { $0.deed.subject != nil }.map(\.officer))
    }

    /// Whether its text is a contact's, which no clerk has taken on yet (待受理). The event says so, not the account of
    /// whoever filed it: accounts get other roles.
    package var isRequest: Bool { if case .requested = current.first?.deed { true } else { false } }

    /// Those who filed a text of it as contacts.
    package var requesters: Set<Officer.ID> {
        Set(events.filter { if case .requested = $0.deed { true } else { false } }.map(\.officer))
    }

    /// Whether it was returned and has not been moved again.
    package var isReturned: Bool { enactment == nil && current.contains { $0.deed == .returned } }

    /// Whether it was withdrawn.
    package var isWithdrawn: Bool { enactment == nil && events.last?.deed == .withdrawn }

    /// Whether it can still go on to a decision.
    package var isOpen: Bool { enactment == nil && !isWithdrawn }

    /// The stage it has reached.
    package var stage: Stage {
        if enactment != nil { return .implementation }
        var stage = Stage.motion
        for event in current {
            switch event.deed {
            case .placed, .met, .countersigned, .approved, .filed: return .deliberation
            case .reviewed: stage = .review
            case .moved, .requested, .returned, .withdrawn, .remarked: break
            }
        }
        return stage
    }

    /// The last meeting of the day it was last put on the agenda of; nil while there was none.
    package var meeting: (day: Day, meeting: Meeting)? {
        for event in current.reversed() {
            switch event.deed {
            case .met(let meeting): return (event.day, meeting)
            case .placed: return nil
            default: break
            }
        }
        return nil
    }

    /// The meeting it was last put on the agenda of.
    package var agenda: (day: Day, item: Int)? {
        for event in current.reversed() {
            if case .placed(let day, let item) = event.deed { return (day, item) }
        }
        return nil
    }
}
