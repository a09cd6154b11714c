/// Numbers for characters and pairs of characters, in the order they are met; an open table, since ten million
/// look-ups are made for a hundred thousand statements.
struct GramTable {
    private(set) var keys: [UInt64] = []
    private var slots: [Int32]
    private var mask: Int

    init() {
        slots = Array(repeating: -1, count: 1 << 12)
        mask = slots.count - 1
    }

    /// The number of a key, new if it wasn't met yet.
    mutating func number(of key: UInt64) -> Int32 {
        if keys.count * 2 >= slots.count { grow() }
        var slot = GramTable.hash(key) & mask
        while true {
            let number = slots[slot]
            if number < 0 {
                slots[slot] = Int32(keys.count)
                keys.append(key)
                return Int32(keys.count - 1)
            }
            if keys[Int(number)] == key { return number }
            slot = (slot + 1) & mask
        }
    }

    private mutating func grow() {
        mask = slots.count * 2 - 1
        slots = Array(repeating: -1, count: mask + 1)
        for (number, key) in keys.enumerated() {
            var slot = GramTable.hash(key) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }

    private static func hash(_ key: UInt64) -> Int {
        var mixed = key &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 29
        mixed = mixed &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: (mixed ^ (mixed >> 32)) & 0x7FFF_FFFF)
    }
}
