import ArgumentParser
import Basics
import Office
import Registry

/// `sanding person WHO`: a person's file, with every Act that changed it; the look is put on record.
struct PersonCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "个人档案与变动，查询留痕 · a person's file; the look is put on record")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "身份证号、姓名或标识 · the identity number, the name or the identifier")
    var who: String

    @OptionGroup var looking: LookingOptions

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        try looking.require()
        let open = try desk.desk()
        var source = SystemRandomNumberGenerator()
        let files = try open.openPersonFiles(
            who, by: looking.visitor, for: looking.purpose, at: now(), from: &source)
        guard !files.isEmpty else {
            throw OfficeFailure(
                .input, "unknown-person", zh: "台账中没有此人。本次查询已记录。",
                en: "The register has no such person. The look is on record.")
        }
        let register = open.register
        if json { return print(try JSON.array(files.map { json($0, in: register) }).text()) }
        for file in files { lines(of: file, in: register).forEach { print($0) } }
    }

    private func name(_ id: Institution.ID, in register: Register) -> String {
        register.institutions[id]?.profile.name ?? id.description
    }

    private func lines(of file: PersonFile, in register: Register) -> [String] {
        let person = file.person
        func line(_ zh: String, _ en: String, _ value: String?) -> [String] {
            value.map { ["  \(desk.say(zh, en))\(desk.colon)\($0)"] } ?? []
        }
        var lines = [file.record?.name ?? desk.say("（个人信息已删除）", "(personal data erased)")]
        lines += line("身份证号", "identity number", file.record?.number)
        lines += line("性别", "sex", file.record?.sex)
        lines += line("出生", "born", file.record?.birth)
        for place in person.places {
            let role = place.role.map { desk.colon + desk.say($0.name) } ?? ""
            lines += line("在编", "place", name(place.institution, in: register) + " " + desk.say(place.kind.name) + role)
        }
        lines += line("实际工作", "works at", person.workplace.map { name($0, in: register) })
        lines += line("身份", "status", desk.say(person.status.name))
        lines += line("岗位", "position", person.position.map { desk.say($0.name) })
        lines += line("已离编", "left", person.exit.map { desk.say($0.name) })
        lines += line("来源", "source", person.origin?.description)
        for chapter in file.chapters {
            lines.append(
                desk.say(
                    "  第\(chapter.position)号决定 依据\(chapter.document)",
                    "  Act \(chapter.position) on \(chapter.document)"))
            lines += chapter.lines.map { "  " + $0.text(desk) }
        }
        return lines
    }

    private func json(_ file: PersonFile, in register: Register) -> JSON {
        let person = file.person
        return [
            "person": .string(person.id.description), "name": JSON(file.record?.name),
            "number": JSON(file.record?.number),
            "places": .array(
                person.places.map { place in
                    [
                        "institution": .string(name(place.institution, in: register)),
                        "kind": .string(desk.say(place.kind.name)), "role": JSON(place.role.map { desk.say($0.name) }),
                    ]
                }),
            "status": .string(desk.say(person.status.name)),
            "worksAt": JSON(person.workplace.map { name($0, in: register) }),
            "left": JSON(person.exit.map { desk.say($0.name) }),
            "acts": .array(
                file.chapters.map { chapter in
                    [
                        "act": .integer(chapter.position), "document": .string(chapter.document.description),
                        "changes": .array(chapter.lines.map { .string(desk.say($0.wording)) }),
                    ]
                }),
        ]
    }
}
