import CDeflate
import Synchronization

/// Compressors that are free: each serves one page at a time, and making one costs as much as a small page.
private let free = Mutex<[Int32: [Compressor]]>([:])

/// Unchecked because the library's pointer is of no use to two at once, and whoever holds one took it out of the list.
private struct Compressor: @unchecked Sendable {
    let pointer: OpaquePointer
}

/// The content as gzip has it.
/// - Parameter level: 1 (quick, for pages) to 12 (small, for what is compressed once).
func compressed(_ bytes: [UInt8], level: Int32) -> [UInt8] {
    let kept = free.withLock { $0[level, default: []].popLast() }
    guard let compressor = kept ?? libdeflate_alloc_compressor(level).map(Compressor.init) else { return bytes }
    defer { free.withLock { $0[level, default: []].append(compressor) } }
    let bound = libdeflate_gzip_compress_bound(compressor.pointer, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        count = bytes.withUnsafeBytes {
            libdeflate_gzip_compress(compressor.pointer, $0.baseAddress, bytes.count, buffer.baseAddress, bound)
        }
    }
}
