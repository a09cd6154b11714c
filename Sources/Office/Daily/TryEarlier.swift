import Basics
import Registry

extension Desk {
    /// Tries a draft as it was tried when the register stood at a position: what whoever looked then was shown. Beside the
    /// trial of now it says what has moved since.
    package func tryDaily(
        _ written: WrittenDaily, knownAt position: Int, at instant: Instant
    ) throws(OfficeFailure) -> DailyTrial {
        let known = history.known(at: min(max(0, position), history.position))
        return try Desk(journal, history: known).tryDaily(written, at: instant)
    }
}
