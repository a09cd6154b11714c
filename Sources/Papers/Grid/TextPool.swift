import Glibc

/// Gives equal texts one storage: the same names of bodies and ranks stand in thousands of rows.
///
/// A table of fixed size in which a newcomer takes the place of the last text of the same slot; it cannot
/// grow, and texts made to collide only lose the sharing.
struct TextPool {
    private var slots = [String](repeating: "", count: 1 << 16)

    /// The bytes, which are UTF-8, as a string.
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        // Texts this short are stored in the string itself.
        guard bytes.count > 15 else { return String(decoding: bytes, as: UTF8.self) }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        let known = slots[slot].utf8.withContiguousStorageIfAvailable { stored in
            guard stored.count == bytes.count, let left = stored.baseAddress, let right = bytes.baseAddress
            else { return false }
            return memcmp(left, right, bytes.count) == 0
        }
        if known != true { slots[slot] = String(decoding: bytes, as: UTF8.self) }
        return slots[slot]
    }
}
