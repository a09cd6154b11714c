import Basics
import Papers
import Registry
import Storage

/// Who of a register is on leave on a day, by a list of the office.
package struct PeopleOnLeave: Hashable, Sendable {
    /// They.
    package let people: Set<Person.ID>
    /// How many rows are about somebody whom the register doesn't know.
    package let strangers: Int
}

extension Desk {
    /// Finds the people of a list in the register by their identity numbers, which are compared sealed. A row that can't be
    /// read is a failure: it might be about anybody.
    package func peopleOnLeave(_ workbook: Workbook, on day: Day) throws(OfficeFailure) -> PeopleOnLeave {
        let words: Vocabulary
        do throws(UnreadableDistrict) { words = try .bundled() } catch { throw OfficeFailure(error) }
        guard let list = readLeaveList(workbook, words: words) else {
            throw OfficeFailure(
                .input, "no-leave-list", zh: "休假名单里没有身份证号一列，无法对应到人。",
                en: "The list of people on leave has no column of identity numbers, so nobody can be found by it.")
        }
        guard list.unreadable.isEmpty else {
            let places = list.unreadable.prefix(5).map(\.description).joined(separator: "、")
            throw OfficeFailure(
                .input, "leave-unreadable", zh: "休假名单有\(list.unreadable.count)行的身份证号或日期读不出：\(places)。请改正后再用。",
                en:
                    "In the list of people on leave the identity number or a day of \(list.unreadable.count) rows can't be "
                    + "read: \(places). Mend them first.")
        }
        let tokens = list.rows.map { journal.vault.token(.identityNumber, $0.number, in: jurisdiction) }
        let found: [BlindToken: [Person.ID]] = try storing { () throws(StorageFailure) in
            try journal.subjects(of: tokens)
        }
        var people: Set<Person.ID> = []
        var strangers = 0
        for (row, token) in zip(list.rows, tokens) {
            let known = found[token] ?? []
            if known.isEmpty { strangers += 1 }
            if row.covers(day) { people.formUnion(known) }
        }
        return PeopleOnLeave(people: people, strangers: strangers)
    }
}
