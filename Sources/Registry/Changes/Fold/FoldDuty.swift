import Basics
import HashTreeCollections

extension Register {
    mutating func foldDuty(_ change: Change) {
        switch change {
        case .stateDuty(let statement):
            replaceDuty(statement.id, with: statement)
        case .reviseDuty(let id, let text):
            guard var statement = duties[id] else { return }
            statement.text = text
            replaceDuty(id, with: statement)
        case .moveDuty(let id, let holder, let number):
            guard var statement = duties[id] else { return }
            statement.holder = holder
            statement.number = number
            replaceDuty(id, with: statement)
        case .dropDuty(let id, _):
            replaceDuty(id, with: nil)
        case .defineMatter(let id, let name, let catalogue, let origin):
            matters[id] = Matter(id: id, name: name, catalogue: catalogue, origin: origin)
        case .joinMatter(let id, let part):
            guard matters[id] != nil else { return }
            matters[id]?.parts.append(part)
            mattersOf[part.statement, default: []].insert(id)
        case .leaveMatter(let id, let statement):
            guard matters[id] != nil else { return }
            matters[id]?.parts.removeAll { $0.statement == statement }
            mattersOf[statement]?.remove(id)
        case .setGap(let id, let area, let isGap):
            guard matters[id] != nil else { return }
            matters[id]?.gaps.removeAll { $0 == area }
            if isGap { matters[id]?.gaps.append(area) }
            matters[id]?.gaps.sort()
        default:
            break
        }
    }

    /// Puts a matter in the place of what stands for it, with what is derived from it.
    mutating func replaceMatter(_ id: Matter.ID, with matter: Matter?) {
        for part in matters[id]?.parts ?? [] { mattersOf[part.statement]?.remove(id) }
        matters[id] = matter
        for part in matter?.parts ?? [] { mattersOf[part.statement, default: []].insert(id) }
    }

    /// Puts a statement in the place of what stands for it, with what is derived from it.
    mutating func replaceDuty(_ id: DutyStatement.ID, with statement: DutyStatement?) {
        let old = duties[id]?.holder
        duties[id] = statement
        guard old != statement?.holder else { return }
        if let old { statements[old]?.remove(id) }
        if let holder = statement?.holder { statements[holder, default: []].insert(id) }
    }
}
