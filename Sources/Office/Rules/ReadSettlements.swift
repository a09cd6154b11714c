import Basics
import Norms
import Papers
import Registry

extension Round {
    /// Settles rows as a clerk's YAML file says (`酌定:` a list of 机构, 核定, 理由 and, where it is not the leader posts,
    /// 项目): what the rules leave to the office is decided there, each with its reason.
    package mutating func settle(fromText text: String, in register: Register) throws(OfficeFailure) {
        let fields: PlanFields
        do throws(UnreadablePlan) {
            fields = try PlanFields(try composeYAML(text))
            try fields.allow(["settlements"])
        } catch { throw OfficeFailure(error) }
        for node in fields.node("settlements")?.sequence.map(Array.init) ?? [] {
            do throws(UnreadablePlan) {
                let row = try PlanFields(node)
                try row.allow(["body", "item", "decided"])
                let settlement = try read(row, in: register)
                do throws(SettlementRefusal) { try settle(settlement) } catch {
                    throw UnreadablePlan(line: row.line, zh: error.wording.zh, en: error.wording.en)
                }
            } catch { throw OfficeFailure(error) }
        }
    }

    private func read(_ row: PlanFields, in register: Register) throws(UnreadablePlan) -> Settlement {
        let name = try row.required("body")
        let bodies = register.institutions(matching: name)
        guard bodies.count == 1, let body = bodies.first else {
            throw UnreadablePlan(
                line: row.line, zh: "台账中没有唯一的“\(name)”，请写全称。",
                en: "there is no one body “\(name)”; write the full name.")
        }
        let word = try row.text("item") ?? NormItem.leaders.name.zh
        guard let item = normItem(named: word) else {
            throw UnreadablePlan(
                line: row.line, zh: "不认识核定项目“\(word)”，可写：\(items.map(\.name.zh).joined(separator: "、"))。",
                en: "“\(word)” is no item; use: \(items.map(\.name.en).joined(separator: ", ")).")
        }
        guard let number = try row.number("decided") else { throw row.missing("decided", row.line) }
        return Settlement(body: body.id, item: item, number: number, reason: try row.text("note") ?? "")
    }
}
