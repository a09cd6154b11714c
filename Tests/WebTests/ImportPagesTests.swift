import Accounts
import Basics
import Office
import Papers
import Registry
import Testing

@testable import Web

@Suite("The import wizard in the browser")
struct ImportPagesTests {
    let office: TestWorkbench
    private let file = Array(
        """
        name,type,supervisor,fullfunding heads,remark
        Port Bureau,government,,,
        Pilot Station,public institution,Port Bureau,about 10,x
        Buoy Station,public institution,Port Bureau,about 10,y
        """.utf8)
    private let clerk = "clerk"
    private let head = "head@2"

    init() throws { office = try TestWorkbench(latin: ()) }

    /// Uploads the file and gives the path of its import.
    private func uploaded(_ bytes: [UInt8]? = nil) async throws -> String {
        let answer = try await office.upload("/imports", bytes ?? file, named: "port.csv", as: clerk)
        #expect(answer.status == 303)
        return try #require(answer.headers["location"])
    }

    private func session(_ path: String) throws -> ImportSession {
        let id = try #require(path.split(separator: "/").last.flatMap { ImportSession.ID(String($0)) })
        office.workbench.imports.waitForAll()
        return try office.workbench.imports.session(
            id, for: office.somebody, at: office.workbench.clock())
    }

    /// The page in English, which has nothing Chinese but data.
    private func look(_ path: String, as who: String = "clerk") async throws -> String {
        office.workbench.imports.waitForAll()
        let answer = try await office.get(path, as: who, language: "en")
        #expect(answer.status == 200, "\(path)")
        if let found = LanguageTests.chinese(in: answer.text) { Issue.record("\(path): \(found)") }
        return answer.text
    }

    @Test("From the file to the register: mapped, mended, submitted, decided by somebody else")
    func wholeWay() async throws {
        let path = try await uploaded()
        var page = try await look(path)
        #expect(page.contains("All right, go on") && page.contains("Port Bureau"))
        let letters = try #require(session(path).tables.first?.columns.first { $0.header.contains("heads") }?.letters)
        var answer = try await office.post(
            path + "/mapping", [("version", "1"), ("t0-\(letters)", "bodies.heads.institutionFull"), ("then", "next")],
            as: clerk)
        #expect(answer.status == 303)
        page = try await look(path)
        #expect(page.contains("about 10") && page.contains("Take “10”") && page.contains("2 rows have errors"))

        // One click takes what is proposed; the same in the other cell goes with it.
        let column = try #require(session(path).problems.first?.place?.column)
        let name = "c-0-3-\(column)"
        answer = try await office.post(
            path + "/problems",
            [
                ("version", "\(try session(path).version)"), (name, "about 10"), ("c-0-4-\(column)", "about 10"),
                ("alike", name), ("take", "\(name)=10"),
            ], as: clerk)
        #expect(answer.status == 303)
        #expect(try session(path).mended.count == 2 && session(path).step == .draft)
        page = try await look(path + "?step=problems")
        #expect(page.contains("No errors") && page.contains("2 cells typed over") && page.contains("Put back"))

        page = try await look(path)
        #expect(page.contains("differences from the register") && page.contains("confirm the whole group"))
        // What is wrong with the document is said, and everything typed is there still.
        var fields = [
            ("version", "\(try session(path).version)"), ("group", "newBody"), ("then", "submit"), ("document", "none"),
            ("title", "On the port"), ("decided", "2021-03-01"),
            ("day", try session(path).preview?.day.description ?? ""),
        ]
        answer = try await office.post(path + "/preview", fields, as: clerk)
        #expect(answer.status == 422 && answer.text.contains("On the port") && answer.text.contains("value=\"none\""))
        #expect(try session(path).chosen.count == 3)
        fields[0].1 = "\(try session(path).version)"
        fields[3].1 = "样编〔2021〕3号"
        // The page came back with every box of the group ticked.
        #expect(answer.text.split(separator: "name=\"difference\"").count == 4)
        fields += try session(path).chosen.map { ("difference", $0) }
        answer = try await office.post(path + "/preview", fields, as: clerk)
        #expect(answer.status == 303)
        #expect(try session(path).step == .decision)
        _ = try await office.get(path, as: clerk)

        // The clerk can't decide it, even as head; somebody else can.
        let version = "\(try session(path).version)"
        let own = try await office.post(
            path + "/decision", [("version", version), ("then", "decide")], as: "clerk+head")
        #expect(own.status == 422 && office.workbench.desk.register.position == 2)
        #expect(
            try await office.post(path + "/decision", [("version", version), ("then", "decide")], as: clerk).status
                == 403)
        #expect(try await office.get("/", as: head).text.contains(path + "/decision"))
        #expect(try await office.get(path + "/decision", as: head).text.contains("Pilot Station"))
        // Given back without a reason is no answer.
        #expect(
            try await office.post(path + "/decision", [("version", version), ("then", "return")], as: head).status
                == 422)
        answer = try await office.post(path + "/decision", [("version", version), ("then", "decide")], as: head)
        #expect(answer.status == 303)
        office.workbench.imports.waitForAll()
        #expect(office.workbench.desk.register.position == 3)
        let register = office.workbench.desk.register.register
        let station = try #require(register.institution(named: "Pilot Station"))
        #expect(register.approvedHeads(of: station.id) == 10)
        // Each step that others rely on left one record.
        let lines = try office.workbench.accounts.trail.read(AuditSearch(), most: 50).lines.reversed()
        let records = lines.filter { $0.action == .workbookImported }
        #expect(records.map { String($0.what.wording.zh.prefix(2)) } == ["上传", "送审", "决定"])
        #expect(records.map(\.who) == ["Somebody somebody", "Somebody somebody", "Somebody 2 somebody"])
        #expect(records.allSatisfy { $0.outcome == .done })
        #expect(try await look(path).contains("3 differences confirmed"))
        #expect(try await look(path + "/decision", as: head).contains("3 differences confirmed"))
    }

    @Test("The good rows are taken and the others handed out as a workbook")
    func goodRows() async throws {
        let path = try await uploaded()
        let letters = try #require(session(path).tables.first?.columns.first { $0.header.contains("heads") }?.letters)
        _ = try await office.post(
            path + "/mapping", [("version", "1"), ("t0-\(letters)", "bodies.heads.institutionFull"), ("then", "next")],
            as: clerk)
        let version = "\(try session(path).version)"
        let rows = try await office.post(path + "/left-out", [], as: clerk)
        #expect(rows.status == 200 && rows.headers["content-disposition"]?.contains("rows-in-error") == false)
        #expect(rows.headers["content-type"]?.contains("spreadsheetml") == true)
        #expect(
            try await office.post(path + "/problems", [("version", version), ("rows", "good")], as: clerk).status == 303
        )
        #expect(try session(path).step == .draft)
        #expect(try await look(path).contains("Port Bureau"))
    }

    @Test("An old page, another's import and a stopped one change nothing")
    func refused() async throws {
        let path = try await uploaded()
        _ = try session(path)
        #expect(try await office.get(path, as: "clerk@3").status == 404)
        #expect(try await office.get(path, as: "head").status == 403)
        #expect(try await office.get("/imports/ffff", as: clerk).status == 404)
        // One that another process had is told from one that is done with.
        let elsewhere = "/imports/0123456789abcdef0123456789abcdef"
        for answer in [
            try await office.get(elsewhere, as: clerk), try await office.get(elsewhere + "/decision", as: head),
            try await office.post(elsewhere + "/mapping", [("version", "1"), ("then", "next")], as: clerk),
            try await office.post(elsewhere + "/drop", [], as: clerk),
        ] { #expect(answer.status == 404 && answer.text.contains("不在这台服务器上")) }
        #expect(try await office.get(path + "/decision", as: head).status == 404)
        let old = try await office.post(path + "/mapping", [("version", "0"), ("then", "next")], as: clerk)
        #expect(old.status == 409)
        #expect(try session(path).isMapped == false)
        #expect(try await office.post(path + "/stop", [], as: clerk).status == 303)
        #expect(try await office.post(path + "/drop", [], as: "clerk@3").status == 404)
        #expect(try await office.post(path + "/stop", [], as: "clerk@3").status == 404)
        _ = try session(path)
        #expect(try await office.post(path + "/drop", [], as: clerk).status == 303)
        let gone = try await office.get(path, as: clerk)
        #expect(gone.status == 404 && gone.text.contains("可能已完成、放弃"))
    }

    @Test("What is said of columns is the proposal for the next workbook, on record, until it is forgotten")
    func remembered() async throws {
        var path = try await uploaded()
        let letters = try #require(session(path).tables.first?.columns.first { $0.header == "remark" }?.letters)
        let said = [("version", "1"), ("t0-\(letters)", "bodies.shortName"), ("then", "next")]
        #expect(try await office.post(path + "/mapping", said, as: clerk).status == 303)
        office.workbench.imports.waitForAll()
        func records() throws -> [String] {
            try office.workbench.accounts.trail.read(AuditSearch(), most: 50).lines.map(\.what.wording.en).filter {
                $0.hasPrefix("columns")
            }
        }
        #expect(try records().map { $0.hasPrefix("columns remembered port.csv ") } == [true])

        // Somebody else's workbook, with another name and other rows.
        let next = Array("supervisor,type,name,remark,fullfunding heads\n,government,Tide Bureau,z,3".utf8)
        let answer = try await office.upload("/imports", next, named: "other.csv", as: "clerk@3")
        path = try #require(answer.headers["location"])
        var page = try await look(path, as: "clerk@3")
        #expect(page.contains("it is taken as Somebody said on") && page.contains("as said before"))
        #expect(page.contains("value=\"bodies.shortName\" selected"))
        // A step on with it says nothing new; its own page takes it back.
        page = try await look("/imports")
        #expect(page.contains("Headings remembered (1)"))
        let forgotten = try await office.post(
            path + "/mapping", [("version", "1"), ("forget", "0"), ("then", "next")], as: "clerk@3")
        #expect(forgotten.status == 303)
        page = try await look(path, as: "clerk@3")
        #expect(!page.contains("as said before") && page.contains("All right, go on"))
        page = try await look("/imports")
        #expect(!page.contains("Headings remembered"))
        #expect(try records().map { $0.hasPrefix("columns forgotten ") } == [true, false])
        #expect(try await office.post("/imports/tables", [("forget", "x")], as: clerk).status == 404)
    }

    @Test("What is remembered is forgotten from the list")
    func forgottenFromTheList() async throws {
        let path = try await uploaded()
        let letters = try #require(session(path).tables.first?.columns.first { $0.header == "remark" }?.letters)
        let said = [("version", "1"), ("t0-\(letters)", "bodies.shortName"), ("then", "next")]
        _ = try await office.post(path + "/mapping", said, as: clerk)
        let page = try await look("/imports")
        let key = try #require(page.firstMatch(of: /name="forget" value="([0-9a-f]{64})"/)?.output.1)
        for _ in 1...2 {
            #expect(try await office.post("/imports/tables", [("forget", String(key))], as: clerk).status == 303)
        }
        #expect(try await !look("/imports").contains("Headings remembered"))
    }

    @Test("What can't be said of columns is said, with everything still chosen")
    func columns() async throws {
        let path = try await uploaded()
        _ = try session(path)
        let twice = try await office.post(
            path + "/mapping",
            [("version", "1"), ("t0-A", "bodies.rank"), ("t0-B", "bodies.rank"), ("then", "next")], as: clerk)
        #expect(twice.status == 422 && twice.text.contains("只能有一列"))
        #expect(twice.text.split(separator: "value=\"bodies.rank\" selected").count == 3)
        let wrong = try await office.post(
            path + "/mapping", [("version", "1"), ("t0-first", "9"), ("t0-last", "2"), ("then", "next")], as: clerk)
        #expect(wrong.status == 422)
        #expect(try session(path).version == 1)
    }

    @Test("What is no workbook is said on the page it was chosen on")
    func noWorkbook() async throws {
        for bytes in [Array("<html>".utf8), []] {
            let answer = try await office.upload("/imports", bytes, named: "x.xlsx", as: clerk)
            #expect(answer.status == 422 && answer.text.contains("x.xlsx"))
        }
        let none = try await office.post("/imports", [], as: clerk)
        #expect(none.status == 422 && none.text.contains("请先选择一个文件"))
        let strange = try await office.upload(
            "/imports", Array("a,b\n1,<script>alert(1)</script>".utf8), named: "\"><script>.csv", as: clerk)
        #expect(!strange.text.contains("<script>alert"))
    }

    @Test("While work goes on the page brings itself up to date and can stop it")
    func progress() async throws {
        let path = try await uploaded()
        let before = try session(path)
        let gate = Gate()
        try office.workbench.imports.work(
            on: before.id, for: office.somebody, version: 1, at: office.workbench.clock()
        ) { _, _ in gate.enterAndWait() }
        gate.waitUntilEntered()
        let answer = try await office.get(path, as: clerk)
        #expect(answer.headers["refresh"] == "1" && answer.text.contains("停止"))
        // A form that is sent meanwhile is told to wait.
        let busy = try await office.post(path + "/mapping", [("version", "1"), ("then", "next")], as: clerk)
        #expect(busy.status == 422 && busy.text.contains("请等它完成"))
        gate.open()
        #expect(try session(path).version == 2)
    }
}

@Suite("Tree and documents")
struct TreePagesTests {
    @Test("The tree holds every living body, its export too, and a contact's their own")
    func tree() async throws {
        let office = try TestWorkbench()
        let register = office.workbench.desk.register.register
        let page = try await office.get("/tree", as: "clerk").text
        for body in register.institutions.values where body.isActive {
            #expect(page.contains("/bodies/\(body.id)\""), "\(body.profile.name)")
        }
        let own = try #require(
            register.institutions.values.filter { !register.dependents(of: $0.id).isEmpty }.min { $0.id < $1.id })
        let theirs = try await office.get("/tree", as: "contact:\(own.id)").text
        #expect(theirs.split(separator: "class=\"tree-row").count - 1 == 1 + below(own.id, register))
        #expect(try await office.get("/tree?body=\(own.id)", as: "clerk").text.contains("<h1>\(own.profile.name)</h1>"))
        #expect(try await office.get("/tree?body=ffffffffffffffffffffffffffffffff", as: "clerk").status == 404)
        #expect(
            try await office.post("/tree/export", [], as: "clerk").headers["content-type"]?.contains("sheet") == true)
    }

    private func below(_ id: Institution.ID, _ register: Register) -> Int {
        register.dependents(of: id).reduce(0) { $0 + 1 + below($1, register) }
    }

    @Test("Documents are found by number and title")
    func documents() async throws {
        let office = try TestWorkbench()
        #expect(try await office.get("/documents", as: "clerk").text.contains("样编〔2020〕1号"))
        #expect(try await office.get("/documents?name=%E5%9F%BA%E7%BA%BF", as: "clerk").text.contains("样编〔2020〕1号"))
        #expect(try await office.get("/documents?name=nothing", as: "clerk").text.contains("没有符合条件"))
        #expect(try await office.get("/documents", as: "contact").status == 403)
    }
}
