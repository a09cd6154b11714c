import Accounts
import Basics
import Dispatch
import Office
import Registry
import Testing

@testable import Web

extension TestWorkbench {
    /// An import of a known number that waits for a decision.
    func putImport() throws {
        let (id, owner) = (ImportSession.ID(high: 11, low: 1), somebody)
        let now = workbench.clock()
        try workbench.imports.takeIn(
            Array("name,type,administrative\nPort Bureau,government,5".utf8), named: "port.csv", as: id, for: owner,
            known: workbench.desk.desk().knownNames, at: now)
        workbench.imports.waitForAll()
        var source = SeededSource(seed: 4)
        let words = DocumentWords(
            citation: try #require(Citation("ABC〔2020〕1号")), title: "On the port", decided: Day(number: 18_500))
        try workbench.imports.change(id, for: owner, version: 1, at: now) { session throws(OfficeFailure) in
            session.confirmMapping()
            try workbench.desk.desk().preview(&session, from: &source, at: now)
            session.chosen = session.preview?.differences?.confirmableKeys() ?? []
            try workbench.desk.desk().submit(
                &session, under: words, on: Day(number: 18_500), drafter: "Somebody 3", at: now)
        }
    }
}

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
