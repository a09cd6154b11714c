import Foundation

/// The numbers that Python's `random` draws from a seed (MT19937), so that instances made by a Python script can be made
/// here again.
struct MersenneTwister {
    private var state = [UInt32](repeating: 0, count: 624)
    private var place = 624

    init(seed: UInt32) {
        fill(19_650_218)
        // As Python does with a seed of one word: init_by_array.
        var index = 1
        for _ in 0..<624 {
            state[index] = (state[index] ^ ((state[index - 1] ^ (state[index - 1] >> 30)) &* 1_664_525)) &+ seed
            advance(&index)
        }
        for _ in 0..<623 {
            state[index] =
                (state[index] ^ ((state[index - 1] ^ (state[index - 1] >> 30)) &* 1_566_083_941))
                &- UInt32(index)
            advance(&index)
        }
        state[0] = 0x8000_0000
    }

    private mutating func fill(_ seed: UInt32) {
        state[0] = seed
        for index in 1..<624 {
            state[index] = 1_812_433_253 &* (state[index - 1] ^ (state[index - 1] >> 30)) &+ UInt32(index)
        }
    }

    private mutating func advance(_ index: inout Int) {
        index += 1
        if index >= 624 {
            state[0] = state[623]
            index = 1
        }
    }

    private mutating func next() -> UInt32 {
        if place == 624 {
            for index in 0..<624 {
                let mixed = (state[index] & 0x8000_0000) | (state[(index + 1) % 624] & 0x7FFF_FFFF)
                state[index] = state[(index + 397) % 624] ^ (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_B0DF)
            }
            place = 0
        }
        var word = state[place]
        place += 1
        word ^= word >> 11
        word ^= (word << 7) & 0x9D2C_5680
        word ^= (word << 15) & 0xEFC6_0000
        return word ^ (word >> 18)
    }

    /// From 0 below 1, as `random()`.
    mutating func real() -> Double {
        let high = next() >> 5
        let low = next() >> 6
        return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
    }

    /// From 0 below the bound, as `randrange(bound)`.
    mutating func below(_ bound: Int) -> Int {
        let bits = Int.bitWidth - bound.leadingZeroBitCount
        var drawn = Int(next() >> (32 - UInt32(bits)))
        while drawn >= bound { drawn = Int(next() >> (32 - UInt32(bits))) }
        return drawn
    }

    /// As `uniform(low, high)`.
    mutating func real(from low: Double, to high: Double) -> Double { low + (high - low) * real() }

    /// As `lognormvariate(mean, deviation)`.
    mutating func logNormal(mean: Double, deviation: Double) -> Double {
        let constant = 4 * exp(-0.5) / 2.0.squareRoot()
        while true {
            let first = real()
            let second = 1 - real()
            let value = constant * (first - 0.5) / second
            if value * value / 4 <= -log(second) { return exp(mean + value * deviation) }
        }
    }
}
