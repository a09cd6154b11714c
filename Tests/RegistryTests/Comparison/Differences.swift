import Basics
import NaiveAuditor
import Registry

/// Where a register and the auditor differ: lines only one of them has. Empty when they agree on everything, the
/// counts that the register keeps beside its facts included.
package func differences(between register: Register, and auditor: Auditor) -> [String] {
    differences(between: State(of: register), and: auditor) + countsThatDiffer(register, auditor)
}

/// The same for what a register was read into.
package func differences(between state: State, and auditor: Auditor) -> [String] {
    state == auditor.state ? [] : apart(state.dump, auditor.state.dump)
}

private func countsThatDiffer(_ register: Register, _ auditor: Auditor) -> [String] {
    let kept = Tally(of: register)
    var lines = kept == auditor.tally ? [] : apart(kept.dump, auditor.tally.dump)
    // Who is to be looked into is known without a walk over everybody, and is the same people.
    let lookedInto = Set(register.unsettledPeople.map(\.id))
    let odd = Set(register.people.values.filter(\.isUnsettled).map(\.id))
    lines += lookedInto.symmetricDifference(odd).map { "unsettled: \($0)" }
    for (id, body) in auditor.state.bodies {
        let counted = auditor.tally.belongings(of: id, body)
        let said = register.belongings(of: id)
        if counted != said { lines.append("belongings \(id): register \(said), auditor \(counted)") }
    }
    return lines
}

private func apart(_ register: [String], _ auditor: [String]) -> [String] {
    let (left, right) = (Set(register), Set(auditor))
    let lines =
        register.filter { !right.contains($0) }.map { "register: \($0)" }
        + auditor.filter { !left.contains($0) }.map { "auditor:  \($0)" }
    return lines.isEmpty ? ["they differ in what the dump doesn't show"] : lines
}

extension PlacedAct {
    /// The Act of an entry in its place.
    package init(_ entry: Entry) {
        self.init(position: entry.position, recorded: entry.recorded.officeDay, act: entry.act)
    }
}
