import CZip
import Glibc

/// The zip container of an XLSX file, held in memory, with the guards against files made to exhaust it.
///
/// `bytes` must outlive the container; it is not copied.
struct Container: ~Copyable {
    private let archive: OpaquePointer
    private let limits: ReadingLimits
    /// Bytes that may still be unpacked, over all parts.
    private var remaining: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) throws(UnreadableFile.Reason) {
        let archive = try openArchive(bytes)
        guard zip_get_num_entries(archive, 0) <= limits.entryCount else {
            zip_discard(archive)
            throw .tooLarge(.entries, limit: limits.entryCount)
        }
        self.archive = archive
        self.limits = limits
        remaining = limits.unpackedBytes
    }

    deinit { zip_discard(archive) }

    /// Whether a part of that name exists; names of parts do not distinguish upper and lower case.
    func has(_ part: String) -> Bool { locate(part) != nil }

    private func locate(_ part: String) -> UInt64? {
        let exact = zip_name_locate(archive, part, 0)
        let index = exact >= 0 ? exact : zip_name_locate(archive, part, UInt32(ZIP_FL_NOCASE))
        return index >= 0 ? UInt64(index) : nil
    }

    /// Unpacks a part piece by piece, counting what comes out: what the directory declares may be a lie.
    mutating func unpack(
        _ part: String, _ take: (UnsafeBufferPointer<UInt8>) throws(UnreadableFile.Reason) -> Void
    ) throws(UnreadableFile.Reason) {
        guard let index = locate(part) else { throw .damaged(detail: "\(part) is missing") }
        var declared = zip_stat_t()
        zip_stat_init(&declared)
        guard zip_stat_index(archive, index, 0, &declared) == 0 else { throw damage(part) }
        guard declared.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted }
        let packed = Int(clamping: declared.comp_size)
        try check(unpacked: Int(clamping: declared.size), packed: packed)
        guard let file = zip_fopen_index(archive, index, 0) else { throw damage(part) }
        defer { zip_fclose(file) }
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { buffer.deallocate() }
        var unpacked = 0
        while true {
            let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
            guard count >= 0 else {
                throw .damaged(detail: "\(part): \(String(cString: zip_file_strerror(file)))")
            }
            if count == 0 { break }
            unpacked += count
            try check(unpacked: unpacked, packed: packed)
            try take(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
        remaining -= unpacked
    }

    private func check(unpacked: Int, packed: Int) throws(UnreadableFile.Reason) {
        guard unpacked <= limits.ratioFloor || unpacked / max(packed, 1) < limits.ratio else { throw .bomb }
        guard unpacked <= remaining else { throw .tooLarge(.unpackedBytes, limit: limits.unpackedBytes) }
    }

    private func damage(_ part: String) -> UnreadableFile.Reason {
        .damaged(detail: "\(part): \(String(cString: zip_strerror(archive)))")
    }
}

private func openArchive(_ bytes: UnsafeBufferPointer<UInt8>) throws(UnreadableFile.Reason) -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
        throw .systemError(ENOMEM)
    }
    guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
        zip_source_free(source)
        throw .damaged(detail: "container: \(String(cString: zip_error_strerror(&error)))")
    }
    return archive
}
