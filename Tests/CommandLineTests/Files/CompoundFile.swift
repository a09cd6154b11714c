/// A compound file (MS-CFB) with at most four streams of those names and nothing in them: an old Excel file, or a new
/// one locked with a password.
func compoundFile(streams: [String]) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    header.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    // Sectors of 512 bytes; the directory in sector 1, the allocation table in sector 0.
    header[30] = 9
    header[48] = 1
    header.replaceSubrange(76..<512, with: [0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 432))
    var table = [UInt8](repeating: 0xFF, count: 512)
    table.replaceSubrange(4..<8, with: [0xFE, 0xFF, 0xFF, 0xFF])
    var directory = [UInt8](repeating: 0, count: 512)
    for (place, name) in streams.enumerated() {
        let units = Array(name.utf16) + [0]
        for (index, unit) in units.enumerated() { directory[128 * place + 2 * index] = UInt8(truncatingIfNeeded: unit) }
        directory[128 * place + 64] = UInt8(2 * units.count)
    }
    return header + table + directory
}
