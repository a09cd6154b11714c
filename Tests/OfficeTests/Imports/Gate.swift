import Dispatch

/// Work waits at it until the test opens it.
final class Gate: Sendable {
    private let entered = DispatchSemaphore(value: 0)
    private let opened = DispatchSemaphore(value: 0)

    func enterAndWait() {
        entered.signal()
        opened.wait()
    }

    func waitUntilEntered() { entered.wait() }
    func open() { opened.signal() }
}
