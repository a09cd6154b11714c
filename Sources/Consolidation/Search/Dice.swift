/// Numbers drawn from a seed (SplitMix64): the same seed, the same numbers, on every machine.
struct Dice: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 below a bound above zero.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A positive number of mean near one whose tail halves with every step of 0.69, as an exponential one's does: how
    /// much worse, in temperatures, a move may be.
    mutating func patience() -> Double {
        let bits = next()
        let halvings = Double((bits >> 32 | 1 << 31).trailingZeroBitCount)
        return 0.693 * (halvings + Double(bits & 0xFFFF_FFFF) / 4_294_967_296)
    }
}
