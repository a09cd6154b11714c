import Glibc

/// The bytes of a regular file of at most `limit` bytes, counted while reading.
package func loadBytes(at path: String, limit: Int) throws(UnreadableFile) -> [UInt8] {
    do throws(UnreadableFile.Reason) {
        return try load(path, limit)
    } catch {
        throw UnreadableFile(file: fileName(path), reason: error)
    }
}

private func load(_ path: String, _ limit: Int) throws(UnreadableFile.Reason) -> [UInt8] {
    // Without O_NONBLOCK a named pipe would wait here for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw reason(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw reason(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isDirectory
    default: throw .notRegular
    }
    guard status.st_size <= limit else { throw .tooLarge(.fileBytes, limit: limit) }
    var failure: Int32 = 0
    // One byte more than announced, so that a file that grows meanwhile is noticed.
    let capacity = Int(status.st_size) + 1
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < capacity {
            let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, capacity - count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { failure = errno }
            if got <= 0 { break }
            count += got
        }
    }
    guard failure == 0 else { throw reason(failure) }
    guard bytes.count < capacity else { throw .damaged(detail: "the file changed while it was read") }
    return bytes
}

private func reason(_ number: Int32) -> UnreadableFile.Reason {
    switch number {
    case ENOENT, ENOTDIR: .notFound
    case EACCES, EPERM: .notPermitted
    default: .systemError(number)
    }
}
