import Basics
import Registry

extension State {
    mutating func applyToDuties(_ change: Change) -> Bool {
        switch change {
        case .stateDuty(let statement):
            guard duties[statement.id] == nil else { return false }
            duties[statement.id] = statement
            return true
        case .reviseDuty(let id, let text):
            guard let old = duties[id] else { return false }
            duties[id] = DutyStatement(id: id, holder: old.holder, number: old.number, text: text, origin: old.origin)
            return true
        case .moveDuty(let id, let holder, let number):
            guard let old = duties[id] else { return false }
            duties[id] = DutyStatement(id: id, holder: holder, number: number, text: old.text, origin: old.origin)
            return true
        case .dropDuty(let id, _):
            return duties.removeValue(forKey: id) != nil
        case .defineMatter(let id, let name, let catalogue, let origin):
            guard matters[id] == nil else { return false }
            matters[id] = Affair(name: name, catalogue: catalogue, origin: origin)
            return true
        case .joinMatter(let id, let part):
            guard matters[id] != nil else { return false }
            matters[id]?.parts.append(part)
            return true
        case .leaveMatter(let id, let statement):
            guard let there = matters[id]?.parts, there.contains(where: { $0.statement == statement }) else {
                return false
            }
            matters[id]?.parts = there.filter { $0.statement != statement }
            return true
        case .setGap(let id, let area, let isGap):
            guard matters[id] != nil else { return false }
            if isGap { matters[id]?.gaps.insert(area) } else { matters[id]?.gaps.remove(area) }
            return true
        default:
            return false
        }
    }
}
