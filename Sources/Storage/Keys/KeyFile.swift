import Foundation

extension MasterKey {
    /// Reads the key file. It must have exactly 32 bytes and be closed to everyone but its owner.
    package static func load(at path: String) throws(StorageFailure) -> MasterKey {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw errno == ENOENT ? .keyFileMissing : .keyFileUnusable }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .keyFileUnusable }
        guard status.st_mode & 0o077 == 0 else { throw .keyFileExposed }
        guard status.st_size == MasterKey.length else { throw .keyFileMalformed }
        var bytes = [UInt8](repeating: 0, count: MasterKey.length)
        guard read(file, &bytes, bytes.count) == bytes.count, let key = MasterKey(bytes: bytes) else {
            throw .keyFileUnusable
        }
        return key
    }

    /// Makes a new key and its file, readable by the owner only. It is whole or not there, also after a power cut,
    /// and a file that is there is never overwritten: without the old key its journal could not be read again.
    package static func create(at path: String) throws(StorageFailure) -> MasterKey {
        let key = MasterKey()
        let draft = path + ".\(UInt64.random(in: 0 ... .max)).new"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .keyFileUnusable }
        defer { unlink(draft) }
        let bytes = key.bytes
        let isWritten = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        guard close(file) == 0, isWritten else { throw .keyFileUnusable }
        // A hard link, unlike a rename, fails where the name is taken.
        guard link(draft, path) == 0 else { throw errno == EEXIST ? .keyFileExists : .keyFileUnusable }
        syncFolder(of: path)
        return key
    }

    private static func syncFolder(of path: String) {
        // Foundation's own way to a path's folder ends the program where the path is one character.
        let name = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let folder = open(name, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
