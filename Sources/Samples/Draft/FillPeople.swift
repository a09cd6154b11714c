import Basics
import Registry

extension Draft {
    /// Fills most of each body's heads, leaders first, and never more than are approved.
    mutating func fillPeople() {
        people = bodies.indices.map { index in
            let body = bodies[index]
            var staff: [DraftPerson] = []
            for kind in EstablishmentKind.allCases {
                guard let approved = body.heads[kind], approved > 0 else { continue }
                let share = body.sort == .hospital ? 90 : number(82...98)
                let count = max(approved >= 3 ? approved * share / 100 : approved, 1)
                for _ in 0..<count { staff.append(person(at: index, kind)) }
            }
            let leaders = min(staff.count, body.chiefs + body.deputies - (body.deputies > 1 && chance(25) ? 1 : 0))
            for place in 0..<leaders { staff[place].role = place < body.chiefs ? .chief : .deputy }
            return staff
        }
    }

    /// A new person on a head of a body.
    mutating func person(at body: Int, _ kind: EstablishmentKind) -> DraftPerson {
        let isMale = chance(52)
        // Nobody is past retirement on the day of the table, or came before they were twenty.
        let birth = Day(number: Int32(number((isMale ? -3_400 : -1_600)...9_800)))
        let age = number(20...27)
        let last = cutOff.number - 30
        let entered = Day(number: min(birth.number + Int32(age * 365 + number(10...300)), last))
        let isOrgan = kind == .administrative || kind == .politicalLegal
        let syllables = isMale ? maleSyllables : femaleSyllables
        let given = chance(30) ? [pick(syllables)] : [pick(syllables), pick(syllables)]
        let position: PositionKind =
            isOrgan
            ? .civilService
            : kind == .worker
                ? .worker
                : chance(isTeaching(bodies[body].sort) ? 88 : 55) ? .professional : .management
        return DraftPerson(
            name: String([pick(surnames)] + given), isMale: isMale, birth: birth,
            number: issued.identityNumber(birth: birth, isMale: isMale, from: &source), body: body, kind: kind,
            position: position, entry: isOrgan ? pick(["公务员考试", "调入", "军转安置"]) : pick(["公开招聘", "公开招聘", "调入", "军转安置"]),
            entered: entered)
    }

    private func isTeaching(_ sort: DraftBody.Sort) -> Bool {
        [.kindergarten, .primary, .junior, .senior, .clinic, .hospital].contains(sort)
    }
}

/// The day of the table: 2020-05-31.
let cutOff = Day(number: 18_413)
