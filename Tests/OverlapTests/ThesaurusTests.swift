import Overlap
import Testing

@Suite("The list of synonyms")
struct ThesaurusTests {
    @Test("Groups, notes and blank lines are read")
    func reads() throws {
        let thesaurus = try Thesaurus(lines: ["# 民政", "", " 义工 = 志愿者=志愿服务人员 # 说明", "公厕 = 厕所\r"])
        #expect(thesaurus.groups == [["义工", "志愿者", "志愿服务人员"], ["公厕", "厕所"]])
    }

    @Test(
        "What can't be read is refused with its line",
        arguments: [
            (["义工 = 志愿者", "公厕"], 2, ThesaurusFault.Kind.single("公厕")),
            (["义工 = "], 1, .empty),
            (["# 犬", "犬 = 狗只"], 2, .short("犬")),
            (["义工 = 志愿者", "", "志愿者 = 社工"], 3, .twice("志愿者", earlier: 1)),
            (["义工 = 义工"], 1, .twice("义工", earlier: 1)),
        ])
    func refuses(lines: [String], line: Int, kind: ThesaurusFault.Kind) throws {
        let fault = try #require(throws: ThesaurusFault.self) { try Thesaurus(lines: lines) }
        #expect(fault.line == line)
        #expect(fault.kind == kind)
        let wording = fault.wording
        #expect(wording.zh.contains("第\(line)行") && wording.en.contains("line \(line)"))
    }

    @Test("An office's own group joins the shipped ones it shares a word with")
    func adds() throws {
        let shipped = try Thesaurus(lines: ["义工 = 志愿者", "公厕 = 厕所", "社工 = 社区工作者"])
        let own = try Thesaurus(lines: ["志愿者 = 志愿服务者 = 社工", "泔水 = 潲水"])
        #expect(
            shipped.adding(own).groups
                == [["义工", "志愿者", "社工", "社区工作者", "志愿服务者"], ["公厕", "厕所"], ["泔水", "潲水"]])
        #expect(shipped.adding(.none) == shipped)
    }

    @Test("The shipped list can be read, and has at least 150 groups")
    func shipped() throws {
        #expect(try shippedThesaurus().groups.count >= 150)
    }
}

@Suite("The background of usual characters")
struct BackgroundTests {
    @Test("The shipped file can be read, and knows phrase from object")
    func shipped() throws {
        #expect(try shippedBackground() != .none)
    }

    @Test("A line that isn't as it should be is refused with its number", arguments: ["监督F", "监 督", "监 督f", "监 督F管"])
    func refuses(line: String) throws {
        let fault = try #require(throws: BackgroundFault.self) { try Background(lines: ["# note", line]) }
        #expect(fault.line == 2)
    }

    @Test("A short list knows by the background that two statements share phrase alone")
    func phrase() throws {
        let all = statements("受理燃气监督管理工作", "承办渡口监督管理工作")
        #expect(!OverlapIndex(all).ranked().isEmpty)
        #expect(OverlapIndex(all, background: try shippedBackground()).ranked().isEmpty)
    }
}
