import Glibc

/// Puts a file in its place in one step: `fill` writes a file beside it, which then takes its name. Whoever reads
/// meanwhile sees the old file or the new one, never a half, and a failure leaves the old one.
func replaceFile(
    at path: String, _ fill: (_ temporary: String) throws(UnwritableFile.Reason) -> Void
) throws(UnwritableFile.Reason) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory }
    let temporary = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36)).part"
    // Made here, so that a refusal is known by the system's reason and not the writer's.
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw systemReason(errno) }
    defer { close(descriptor) }
    do throws(UnwritableFile.Reason) {
        try fill(temporary)
        // The name must not come to stand on the disk before the content.
        guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw systemReason(errno) }
    } catch {
        unlink(temporary)
        throw error
    }
}

/// Writes all bytes to a file that exists.
func fill(_ path: String, with bytes: [UInt8]) throws(UnwritableFile.Reason) {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemReason(errno) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes {
            write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
        }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw systemReason(errno) }
        written += count
    }
}

/// The reason an errno stands for.
func systemReason(_ number: Int32) -> UnwritableFile.Reason {
    switch number {
    case ENOENT, ENOTDIR: .noFolder
    case EISDIR: .isDirectory
    case EACCES, EPERM, EROFS: .notPermitted
    case ENOSPC, EDQUOT: .diskFull
    default: .systemError(number)
    }
}
