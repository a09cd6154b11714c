import Basics
import Office
import Registry
import Storage
import Testing

/// Drafts as texts, and what becomes of people in them.
@Suite struct DailyDraftTests {
    @Test func aDraftIsItsText() throws {
        let office = try DailyOffice()
        let draft = office.draft(
            [
                FilledForm("rename", ["body": "“引号”: \\ \"#\"", "name": " 前后有空格 "]),
                FilledForm("state-duty", ["body": "甲", "number": "0x1", "text": "一行\n二行：- 三\t\u{2028}"]),
                FilledForm("position", ["person": "是", "strange": "null"]),
            ], title: "yes", reform: Citation("样编〔2020〕7号"))
        let written = WrittenDaily(draft)
        // What no form has is kept, and is said to be wrong when it is tried; a text that has it is not read.
        #expect(throws: UnreadablePlan.self) { try WrittenDaily(written.text) }
        var known = draft
        known.forms[2] = FilledForm("position", ["person": "是"])
        #expect(try WrittenDaily(WrittenDaily(known).text).draft == known)
        #expect(try WrittenDaily(WrittenDaily(known).text) == WrittenDaily(known))
        let other = office.draft(known.forms, title: "yes", reform: draft.reform)
        #expect(WrittenDaily(other).digest != WrittenDaily(known).digest)
    }

    @Test(arguments: [
        "日常事项: 甲\n施行: 2021-02-30\n随机标识: 00000000000000000000000000000001\n办理: [{表单: 机构更名}]\n",
        "日常事项: 甲\n施行: 2021-02-03\n随机标识: 短\n办理: [{表单: 机构更名}]\n",
        "日常事项: 甲\n施行: 2021-02-03\n随机标识: '00000000000000000000000000000001'\n办理: []\n",
        "日常事项: 甲\n施行: 2021-02-03\n随机标识: '00000000000000000000000000000001'\n办理: [{表单: 无此表单}]\n",
        "日常事项: 甲\n施行: 2021-02-03\n随机标识: '00000000000000000000000000000001'\n办理: [{表单: 机构更名, 颜色: 红}]\n",
        "日常事项: 甲\n施行: 2021-02-03\n随机标识: '00000000000000000000000000000001'\n办理: [{表单: 机构更名, 机构: 甲, body: 乙}]\n",
        "日常事项: [甲\n",
    ])
    func whatCannotBeReadIsSaid(_ text: String) {
        #expect(code { _ = try MotionPaper(text) } == "unreadable-plan")
    }

    @Test func somebodyNewIsSealedAndFoundByTheirNumber() throws {
        let office = try DailyOffice()
        let (body, kind) = try office.roomy(1)
        let number = DailyOffice.number(21, birth: "19951224")
        let someone = [
            "name": "王测试", "number": number.lowercased(), "status": "管理人员", "entry": "公开招聘",
            "body": body.profile.name, "kind": kind.name.zh,
        ]
        let draft = office.draft([FilledForm("enrol-new", someone)])
        let trial = try office.desk.tryDraft(draft, at: office.office.later())
        let (entry, _) = try office.decide(draft, expecting: trial.digest)
        // The Act says nothing of them.
        #expect(!String(decoding: entry.bytes, as: UTF8.self).contains("王测试"))
        let visitor = Visitor(user: "root", host: "machine")
        var source = SeededSource(seed: 9)
        let files = try office.desk.openPersonFiles(
            number, by: visitor, for: "核对", at: office.office.later(), from: &source)
        let record = try #require(files.first?.record)
        #expect(record.name == "王测试" && record.birth == "1995-12-24" && record.entryForm == "公开招聘")
        #expect(record.sex == "女" || record.sex == "男")
        let person = try #require(files.first?.person)
        #expect(person.places == [Place(institution: body.id, kind: kind)])
        #expect(trial.changes.contains { if case .enrol(person.id, _) = $0 { true } else { false } })
        // Somebody else with that number is the same person.
        let again = try office.trial(FilledForm("register-person", ["name": "王", "number": number, "status": "合同制"]))
        #expect(again.problems.map(\.code) == ["number-taken"])
        let twice = FilledForm("register-person", ["name": "王", "number": DailyOffice.number(22), "status": "合同制"])
        #expect(try office.trial(twice, twice).problems.map(\.code) == ["number-taken"])
        // A correction leaves the rest as it was.
        try office.decide(
            office.draft([FilledForm("amend-personal", ["person": person.id.description, "name": "王改名"])]))
        let mended = try office.desk.openPersonFiles(
            number, by: visitor, for: "核对", at: office.office.later(), from: &source)
        #expect(mended.first?.record?.name == "王改名" && mended.first?.record?.entryForm == "公开招聘")
        #expect(try verifyJournal(office.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    @Test func aNumberThatSaysOtherwiseIsSaid() throws {
        let office = try DailyOffice()
        let trial = try office.trial(
            FilledForm(
                "register-person",
                ["name": "王", "number": DailyOffice.number(21), "status": "合同制", "birth": "1991-01-01", "sex": "女"]))
        #expect(trial.problems.map(\.code).sorted() == ["birth-not-in-number", "sex-not-in-number"])
    }

    @Test func aLaterFormWorksOnWhoeverAnEarlierRegisters() throws {
        let office = try DailyOffice()
        let (body, kind) = try office.roomy(1)
        let forms = [
            FilledForm("register-person", ["name": "赵", "number": DailyOffice.number(31), "status": "管理人员"]),
            FilledForm("enrol", ["person": "#1", "body": body.profile.name, "kind": kind.name.zh]),
        ]
        #expect(try office.desk.tryDraft(office.draft(forms), at: office.office.later()).passes)
        let early = try office.desk.tryDraft(office.draft(forms.reversed()), at: office.office.later())
        #expect(early.problems.map(\.code) == ["unknown-person"])
    }
}
