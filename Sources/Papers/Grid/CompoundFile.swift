/// The first bytes of a compound file (MS-CFB): old Excel workbooks, and new ones locked with a password.
let compoundFileMagic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

/// Why a compound file cannot be read, told by the names of the streams in its directory.
func compoundFileReason(_ bytes: [UInt8]) -> UnreadableFile.Reason {
    let names = streamNames(bytes)
    if names.contains("EncryptedPackage") { return .encrypted }
    if names.contains("Workbook") || names.contains("Book") { return .oldFormat }
    if names.contains("WordDocument") || names.contains("PowerPoint Document") { return .notWorkbook(.document) }
    return names.isEmpty ? .damaged(detail: "compound file without a directory") : .notWorkbook(.binary)
}

/// The names in the directory, found by following its chain of sectors through the allocation table.
private func streamNames(_ bytes: [UInt8]) -> Set<String> {
    guard let shift = word(bytes, 30, size: 2), (7...16).contains(shift),
        var sector = word(bytes, 48, size: 4)
    else { return [] }
    let sectorSize = 1 << shift
    var names: Set<String> = []
    // A directory longer than this is no workbook's; the bound also ends a chain that runs in a circle.
    for _ in 0..<1024 where sector < 0xFFFF_FFF0 {
        let start = (sector + 1) * sectorSize
        for entry in stride(from: start, to: start + sectorSize, by: 128) {
            guard let length = word(bytes, entry + 64, size: 2), (2...64).contains(length),
                entry + 128 <= bytes.count
            else { continue }
            let units = (0..<(length / 2 - 1)).map { index in
                UInt16(bytes[entry + 2 * index]) | UInt16(bytes[entry + 2 * index + 1]) << 8
            }
            names.insert(String(decoding: units, as: UTF16.self))
        }
        let perSector = sectorSize / 4
        // The header lists the first 109 sectors of the allocation table, enough for some 7 MB; a directory
        // beyond them is given up.
        guard sector / perSector < 109, let table = word(bytes, 76 + 4 * (sector / perSector), size: 4),
            table < 0xFFFF_FFF0,
            let next = word(bytes, (table + 1) * sectorSize + 4 * (sector % perSector), size: 4)
        else { break }
        sector = next
    }
    return names
}

/// An unsigned little-endian number, or nil beyond the end.
private func word(_ bytes: [UInt8], _ offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset + size <= bytes.count else { return nil }
    return (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
}
