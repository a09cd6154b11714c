import Basics

/// A recorded breach of an invariant (容忍项): its measure may only fall, and at zero it is gone.
package struct Tolerance: Hashable, Sendable {
    /// What is broken, and whose.
    package let invariant: Invariant
    /// By how much it may be broken; it falls with the breach at the end of every Act.
    package var measure: Int
    /// Why it is put up with.
    package let cause: Cause
    /// The position of the Act that opened it.
    package let openedBy: Int

    /// Why a breach is put up with.
    package enum Cause: Hashable, Sendable {
        /// It was there when the register began.
        case baseline
        /// A decided plan makes it, to be absorbed by this day (消化期限).
        case absorption(until: Day)
    }
}
