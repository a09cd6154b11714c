import ArgumentParser
import Basics
import Office
import Registry

/// `sanding show BODY`: a body as it stands on a day.
struct ShowCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "机构概况 · a body as it stands")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "机构名称、简称或编码 · the body")
    var name: String

    @Option(help: "截至哪一天 yyyy-MM-dd · the day")
    var day: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let open = try desk.desk()
        let register = try day.map { open.history.register(on: try readDay($0)) } ?? open.register
        let body = try desk.body(name, in: register)
        let presence = register.presence(of: body.id)
        let kinds = EstablishmentKind.allCases.filter {
            presence.occupied($0) > 0 || (register.approvedHeads(of: body.id, $0) ?? 0) > 0
        }
        if json {
            print(try answerJSON(body, register, kinds).text())
            return
        }
        let profile = body.profile
        print(profile.name + (body.lock.map { desk.say("（已锁定：\($0)）", " (locked: \($0))") } ?? ""))
        func line(_ zh: String, _ en: String, _ value: String?) {
            print("  \(desk.say(zh, en))\(desk.colon)\(value ?? desk.say("未知", "unknown"))")
        }
        line("类型", "type", desk.say(profile.type.name))
        line("级别", "rank", profile.rank.map { desk.say($0.name) })
        if profile.type == .publicInstitution {
            line("类别", "class", profile.category.map { desk.say($0.name) })
            line("经费", "funding", profile.funding.map { desk.say($0.name) })
        }
        if let id = profile.supervisor { line("主管部门", "supervisor", register.institutions[id]?.profile.name) }
        if let founding = profile.founding {
            line("批准", "founded by", "\(founding.document ?? "") \(founding.date?.description ?? "")")
        }
        if !body.plates.isEmpty { line("加挂牌子", "plates", body.plates.joined(separator: "、")) }
        line("来源", "source", body.origin?.description ?? "—")
        var table = Table(
            [
                desk.say("编制类别", "kind"), desk.say("核定", "approved"), desk.say("实有", "occupied"),
                desk.say("预留", "reserved"),
                desk.say("空编", "vacant"),
            ], rightAligned: [1, 2, 3, 4])
        for kind in kinds {
            let approved = register.approvedHeads(of: body.id, kind)
            let reserved = register.ledger.reserved(on: Account(.institution(body.id), .heads(kind)))
            let occupied = presence.occupied(kind)
            table.add([
                desk.say(kind.name), approved.map(String.init) ?? "?", "\(occupied)", "\(reserved)",
                approved.map { "\($0 - occupied - reserved)" } ?? "?",
            ])
        }
        for role in LeaderRole.allCases {
            let approved = register.approvedPosts(role, of: body.id)
            let leading = presence.leading(role)
            guard approved > 0 || leading > 0 else { continue }
            table.add([desk.say(role.name), "\(approved)", "\(leading)", "0", "\(approved - leading)"])
        }
        for group in FigureGroup.allCases
        where profile.type.holdsAccounts && register.ledger.isUnknown(group, of: body.id) {
            print("  " + desk.say(group.unknown))
        }
        if !table.isEmpty { table.lines.forEach { print("  " + $0) } }
        let duties = register.duties(of: body.id)
        if !duties.isEmpty { print("  \(desk.say("职责：", "duties:"))") }
        for duty in duties { print("    \(duty.number). \(duty.text)") }
        let children = register.dependents(of: body.id).compactMap { register.institutions[$0]?.profile.name }
        if !children.isEmpty { line("所属单位", "supervises", children.joined(separator: "、")) }
    }

    private func answerJSON(_ body: Institution, _ register: Register, _ kinds: [EstablishmentKind]) -> JSON {
        let presence = register.presence(of: body.id)
        return [
            "id": .string(body.id.description), "name": .string(body.profile.name),
            "type": .string(desk.say(body.profile.type.name)),
            "rank": JSON(body.profile.rank.map { desk.say($0.name) }),
            "class": JSON(body.profile.category.map { desk.say($0.name) }),
            "funding": JSON(body.profile.funding.map { desk.say($0.name) }),
            "supervisor": JSON(body.profile.supervisor.flatMap { register.institutions[$0]?.profile.name }),
            "active": .boolean(body.isActive), "source": JSON(body.origin?.description),
            "heads": .array(
                kinds.map {
                    [
                        "kind": .string(desk.say($0.name)), "approved": JSON(register.approvedHeads(of: body.id, $0)),
                        "occupied": .integer(presence.occupied($0)),
                    ]
                }),
            "headsUnknown": .boolean(register.ledger.isUnknown(.heads, of: body.id)),
            "posts": .array(
                LeaderRole.allCases.map {
                    [
                        "role": .string(desk.say($0.name)),
                        "approved": register.ledger.isUnknown(.posts, of: body.id)
                            ? .null : .integer(register.approvedPosts($0, of: body.id)),
                        "inPlace": .integer(presence.leading($0)),
                    ]
                }),
            "duties": .array(register.duties(of: body.id).map { .string($0.text) }),
        ]
    }
}

extension FigureGroup {
    /// That the table leaves the group empty.
    var unknown: Wording {
        switch self {
        case .heads: Wording(zh: "编制数未知：表中未填。", en: "headcount unknown: the table leaves it empty.")
        case .posts: Wording(zh: "领导职数未知：表中未填。", en: "leader posts unknown: the table leaves them empty.")
        }
    }
}
