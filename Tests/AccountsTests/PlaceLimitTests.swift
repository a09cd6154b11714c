import Basics
import Testing

import Accounts

@Suite struct PlaceLimitTests {
    /// By hand: ten logins may fail; with the eleventh the place waits until only ten of the last half hour are left.
    @Test(
        arguments: [
            ([], nil), (Array(repeating: 0, count: 10), nil), (Array(repeating: 0, count: 11), 1_800),
            // The eleventh from the end decides: what failed before it is forgotten sooner, and counts no more.
            ([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 1_800),
            ([0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 1_805), ([100] + Array(repeating: 0, count: 10), 1_800),
        ] as [([Int64], Int64?)])
    func theEleventhLoginWaits(_ failed: [Int64], _ seconds: Int64?) {
        let start: Int64 = 1_700_000_000_000
        let failed = failed.map { Instant(milliseconds: start + $0 * 1000) }
        let end = seconds.map { Instant(milliseconds: start + $0 * 1000) }
        #expect(PlaceLimit.until(failed, now: Instant(milliseconds: start + 100_000)) == end)
        guard let end else { return }
        #expect(PlaceLimit.until(failed.reversed(), now: Instant(milliseconds: end.milliseconds - 1)) == end)
        #expect(PlaceLimit.until(failed, now: end) == nil)
    }
}
