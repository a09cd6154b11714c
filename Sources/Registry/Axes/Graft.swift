import Basics
import HashTreeCollections

extension Register {
    /// Puts subjects in the place of what stands for them, with all that is derived from them.
    mutating func graft(_ alterations: Alterations) {
        let apart = alterations.apart
        for subject in alterations.subjects {
            switch subject {
            case .body(let id): replace(id, with: apart.institutions[id])
            case .person(let id): replacePerson(id, people[id], with: apart.people[id])
            case .duty(let id): replaceDuty(id, with: apart.duties[id])
            case .matter(let id): replaceMatter(id, with: apart.matters[id])
            case .figures(let id):
                for group in FigureGroup.allCases {
                    ledger.setUnknown(apart.ledger.isUnknown(group, of: id), group, of: id)
                }
            case .reservation(let id): replaceReservation(id, with: apart.ledger.reservations[id])
            case .ceiling(let commodity): ledger.setCeiling(apart.ledger.ceilings[commodity], of: commodity)
            case .rules(let code): rules[code] = apart.rules[code]
            case .account, .staff, .reserved, .tolerance: break
            }
        }
        for line in alterations.lines { ledger.post(line) }
        for invariant in alterations.tolerances { tolerances[invariant] = apart.tolerances[invariant] }
    }
}
