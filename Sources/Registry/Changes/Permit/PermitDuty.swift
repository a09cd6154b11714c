import Basics

extension Register {
    func permitDuty(_ change: Change) throws(Refusal) {
        switch change {
        case .stateDuty(let statement):
            _ = try living(statement.holder)
            guard duties[statement.id] == nil else { throw .identifierTaken }
            try notBlank(statement.text)
        case .reviseDuty(let id, let text):
            guard try statement(id).text != text else { throw .unchanged }
            try notBlank(text)
        case .moveDuty(let id, let holder, let number):
            _ = try living(holder)
            let statement = try statement(id)
            guard statement.holder != holder || statement.number != number else { throw .unchanged }
        case .dropDuty(let id, _):
            _ = try statement(id)
            guard matters(of: id).isEmpty else { throw .dutyHasMatter(id) }
        case .defineMatter(let id, let name, _, _):
            guard matters[id] == nil else { throw .identifierTaken }
            try notBlank(name)
        case .joinMatter(let id, let part):
            _ = try statement(part.statement)
            let matter = try matter(id)
            guard !matter.parts.contains(where: { $0.statement == part.statement }) else { throw .unchanged }
        case .leaveMatter(let id, let statement):
            guard try matter(id).parts.contains(where: { $0.statement == statement }) else { throw .unknownMatter(id) }
        case .setGap(let id, let area, let isGap):
            guard try matter(id).gaps.contains(area) != isGap else { throw .unchanged }
        default:
            break
        }
    }

    private func statement(_ id: DutyStatement.ID) throws(Refusal) -> DutyStatement {
        guard let statement = duties[id] else { throw .unknownDuty(id) }
        return statement
    }

    private func matter(_ id: Matter.ID) throws(Refusal) -> Matter {
        guard let matter = matters[id] else { throw .unknownMatter(id) }
        return matter
    }
}
