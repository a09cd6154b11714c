/// The bytes of a zip archive, written by hand so that a test can also write what no program would.
struct Zip {
    /// One file of the archive.
    struct Part {
        let name: String
        /// The bytes as they stand in the archive.
        let packed: [UInt8]
        /// 0 stored, 8 deflated.
        let method: UInt16
        /// The checksum of the unpacked bytes.
        let checksum: UInt32
        /// How many unpacked bytes the archive declares.
        var declared: UInt32
    }

    private(set) var parts: [Part] = []

    /// Adds a file as it is.
    mutating func store(_ name: String, _ text: String) {
        let bytes = Array(text.utf8)
        parts.append(
            Part(name: name, packed: bytes, method: 0, checksum: checksum(bytes), declared: UInt32(bytes.count)))
    }

    /// Adds a file of a text and then `blocks` times 258 spaces, packed as small as deflate can: two bits a block.
    mutating func deflate(_ name: String, _ text: String, thenSpaces blocks: Int) {
        let head = Array(text.utf8)
        var packer = Packer()
        packer.addStored(head)
        packer.addSpaces(blocks)
        // The checksum is left out: whoever gets as far as comparing it has unpacked everything.
        parts.append(
            Part(
                name: name, packed: packer.bytes, method: 8, checksum: 0,
                declared: UInt32(head.count + 1 + 258 * blocks)))
    }

    /// Says of a file that it unpacks to so many bytes.
    mutating func declare(_ size: UInt32, for name: String) {
        for index in parts.indices where parts[index].name == name { parts[index].declared = size }
    }

    /// The archive.
    var bytes: [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let name = Array(part.name.utf8)
            let common =
                little(20, 2) + little(0x800, 2) + little(UInt32(part.method), 2) + little(0, 4)
                + little(part.checksum, 4) + little(UInt32(part.packed.count), 4) + little(part.declared, 4)
                + little(UInt32(name.count), 2) + little(0, 2)
            let offset = UInt32(archive.count)
            archive += [0x50, 0x4B, 3, 4] + common + name + part.packed
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10) + little(offset, 4) + name
        }
        let count = little(UInt32(parts.count), 2)
        return archive + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + count + count
            + little(UInt32(directory.count), 4) + little(UInt32(archive.count), 4) + little(0, 2)
    }

    private func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

/// The lowest bytes of a number, the least first.
private func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 4 ? UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) : 0 }
}

/// Writes the two kinds of deflate block (RFC 1951) that a bomb needs.
private struct Packer {
    private(set) var bytes: [UInt8] = []
    private var bit = 0

    /// Bytes as they are; not the last block.
    mutating func addStored(_ stored: [UInt8]) {
        bytes += [0] + little(UInt32(stored.count), 2) + little(~UInt32(stored.count), 2) + stored
    }

    /// A space, and then so many times the 258 before: the last block. Its code has a literal space, the end and the
    /// longest copy only, and that copy takes one bit and its distance another.
    mutating func addSpaces(_ blocks: Int) {
        put(0b1_01, 3, reversed: false)
        // 286 codes for literals and lengths, one for distances, 18 for the lengths of codes.
        for (value, count) in [(29, 5), (0, 5), (14, 4)] { put(value, count, reversed: false) }
        // In the order 16, 17, 18, 0, 8 … 2, 14, 1: lengths 1 for "zeros", 2 for "two" and for "one".
        for index in 0..<18 { put([2: 1, 15: 2, 17: 2][index] ?? 0, 3, reversed: false) }
        func zeros(_ count: Int) {
            put(0, 1)
            put(count - 11, 7, reversed: false)
        }
        let (one, two) = (0b10, 0b11)
        zeros(32)
        put(two, 2)  // 32, the space
        zeros(138)
        zeros(85)
        put(two, 2)  // 256, the end
        zeros(28)
        put(one, 2)  // 285, the longest copy
        put(one, 2)  // the distance of one
        put(0b10, 2)
        for _ in 0..<blocks { put(0b00, 2) }
        put(0b11, 2)
    }

    /// Codes stand with their highest bit first, numbers with their lowest.
    private mutating func put(_ value: Int, _ count: Int, reversed: Bool = true) {
        for place in 0..<count {
            if bit == 0 { bytes.append(0) }
            let shift = reversed ? count - 1 - place : place
            bytes[bytes.count - 1] |= UInt8(value >> shift & 1) << UInt8(bit)
            bit = (bit + 1) % 8
        }
    }
}
