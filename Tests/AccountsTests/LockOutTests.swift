import Basics
import Testing

import Accounts

@Suite struct LockOutTests {
    private func tries(_ count: Int, last: Int64) -> [Instant] {
        (0..<count).map { Instant(milliseconds: last - Int64($0) * 1000) }
    }

    /// By hand: four are free, then half a minute, doubling, a quarter of an hour at most.
    @Test(
        arguments: [
            (0, 0), (1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900), (32, 900),
            (5000, 900),
        ] as [(Int, Int64)])
    func theWaitDoubles(_ failed: Int, _ seconds: Int64) {
        let last: Int64 = 1_700_000_000_000
        let end = LockOut.until(tries(failed, last: last), now: Instant(milliseconds: last))
        #expect(end == (seconds == 0 ? nil : Instant(milliseconds: last + seconds * 1000)))
        if seconds > 0 {
            let late = Instant(milliseconds: last + seconds * 1000)
            #expect(LockOut.until(tries(failed, last: last), now: late) == nil)
            let early = Instant(milliseconds: late.milliseconds - 1)
            #expect(LockOut.until(tries(failed, last: last), now: early) == late)
        }
    }

    @Test func aDayForgets() {
        let now: Int64 = 1_700_000_000_000
        let old = tries(20, last: now - 86_400_000)
        #expect(LockOut.until(old + tries(4, last: now), now: Instant(milliseconds: now)) == nil)
        #expect(LockOut.until(old + tries(5, last: now), now: Instant(milliseconds: now)) != nil)
    }
}
