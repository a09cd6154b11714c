import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

/// A network between a node and its server, which can be cut, and which can swallow everything without a word.
///
/// Listens at a port of this machine and passes on to the socket of a server.
final class Proxy: Sendable {
    let port: UInt16
    private let door: Int32
    private let server: String
    private let state = Mutex(State())

    private struct State {
        var isOpen = true
        var lines: [Line] = []
        /// The line on which a node says this passes it on and nothing after it.
        var last: Data?
    }

    /// A connection: both ends, and whether what is sent on it vanishes.
    private final class Line: Sendable {
        let node: Int32
        let server: Int32
        let isSwallowing = Mutex(false)

        init(node: Int32, server: Int32) {
            self.node = node
            self.server = server
        }

        deinit {
            close(node)
            close(server)
        }

        /// Passes on what comes at one end, as long as it comes.
        /// - Parameter isLast: whether nothing after these bytes is to pass.
        func pump(from: Int32, to: Int32, isLast: (Data) -> Bool = { _ in false }) {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(from, &bytes, bytes.count)
                let vanishes = isSwallowing.withLock { $0 }
                guard count > 0 else {
                    // Of an end that vanished nobody hears.
                    if !vanishes { shutdown(to, Int32(SHUT_WR)) }
                    return
                }
                let endsHere = !vanishes && isLast(Data(bytes[..<count]))
                // No answer may slip through.
                if endsHere { isSwallowing.withLock { $0 = true } }
                var sent = 0
                while !vanishes, sent < count {
                    let more = bytes[sent..<count].withUnsafeBytes {
                        send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                    }
                    guard more > 0 else { return }
                    sent += more
                }
            }
        }
    }

    /// - Parameter socket: the path of the server's socket.
    init(to socket: String) throws {
        server = socket
        door = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var here = sockaddr_in()
        here.sin_family = sa_family_t(AF_INET)
        here.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let door = door
        let found = withUnsafeMutablePointer(to: &here) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(door, $0, size) == 0 && listen(door, 64) == 0 && getsockname(door, $0, &size) == 0
            }
        }
        try #require(found, "no port of this machine can be listened at")
        port = UInt16(bigEndian: here.sin_port)
        Thread.detachNewThread { [weak self] in
            while true {
                let node = accept(door, nil, nil)
                guard node >= 0, let self else { return }
                self.connect(node)
            }
        }
    }

    deinit {
        cut()
        shutdown(door, Int32(SHUT_RDWR))
        close(door)
    }

    private func connect(_ node: Int32) {
        let server = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var there = sockaddr_un()
        there.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &there.sun_path) { $0.copyBytes(from: self.server.utf8.prefix(107)) }
        let isThere = withUnsafePointer(to: &there) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(server, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        let line = Line(node: node, server: server)
        let isOpen = state.withLock { state in
            state.lines.append(line)
            return state.isOpen && isThere
        }
        line.isSwallowing.withLock { $0 = !isOpen }
        Thread.detachNewThread { [weak self] in
            line.pump(from: node, to: server) { bytes in self?.isLast(bytes) ?? false }
        }
        Thread.detachNewThread { line.pump(from: server, to: node) }
    }

    private func isLast(_ bytes: Data) -> Bool {
        state.withLock { state in
            guard let last = state.last, bytes.range(of: last) != nil else { return false }
            state.last = nil
            return true
        }
    }

    /// The next connection on which a node says this passes it on and nothing after it, either way.
    func vanish(after text: String) { state.withLock { $0.last = Data(text.utf8) } }

    /// Breaks every connection off, as a firewall that starts anew.
    func cut() {
        let lines = state.withLock { state in
            defer { state.lines = [] }
            return state.lines
        }
        for line in lines {
            shutdown(line.node, Int32(SHUT_RDWR))
            shutdown(line.server, Int32(SHUT_RDWR))
        }
    }

    /// From now on all that is sent vanishes, on connections that there are and on new ones.
    func swallow() {
        let lines = state.withLock { state in
            state.isOpen = false
            return state.lines
        }
        for line in lines { line.isSwallowing.withLock { $0 = true } }
    }

    /// New connections pass again; what vanished has vanished.
    func heal() { state.withLock { $0.isOpen = true } }
}
