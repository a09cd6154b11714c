import Basics
import Office
import Registry
import Search
import Testing

/// A register is searched for what it has now, what it had, and, by right, for whom; on both engines.
@Suite struct SearchRegisterTests {
    typealias Engine = SearchOffice.Engine

    /// The best text of what is found, with what matched between brackets, and what the text is.
    private func said(_ matches: [SearchMatch]) -> [String] {
        matches.map { match in
            let text = match.best.marked.pieces.map { $0.isMatch ? "⟦\($0.text)⟧" : $0.text }.joined()
            return "\(match.kind.rawValue) \(match.best.role.rawValue) \(text)"
        }
    }

    @Test(arguments: Engine.allCases)
    func bodiesAreFoundByEveryName(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        #expect(try said(office.find("教")) == ["institution name 示例区⟦教⟧育体育局", "institution name 示例区⟦教⟧育站"])
        #expect(try said(office.find("区教体")) == ["institution shortName ⟦区教体⟧局"])
        #expect(try said(office.find("教育体")) == ["institution name 示例区⟦教育体⟧育局"])
        #expect(try said(office.find("文物局")) == ["institution plate 示例区⟦文物局⟧"])
        #expect(try said(office.find("少年宫")) == ["institution formerPlate 示例区⟦少年宫⟧"])
        #expect(try said(office.find("it中心")) == ["institution formerName 示例区⟦ＩＴ中心⟧"])
        #expect(try said(office.find("信息")) == ["institution name 示例区⟦信息⟧中心"])
        #expect(try said(office.find("０９９００１")) == ["institution officeCode ⟦099001⟧"])
        #expect(try said(office.find("信息 it")) == ["institution name 示例区⟦信息⟧中心"], "words may stand in several names")
    }

    @Test(arguments: Engine.allCases)
    func dutiesAndPlacesInThem(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let found = try office.find("管理")
        #expect(said(found) == ["duty duty 负责学校安全⟦管理⟧，⟦管理⟧ 校车。"])
        #expect(found.map(\.subject) == [.duty(office.duty)])
        #expect(try office.find("理校").count == 1, "a space between Chinese characters is none")
        #expect(try office.find("管理", kinds: [.institution, .document]).isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func closedBodiesStandLast(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let found = try office.find("示例区教育")
        #expect(found.map(\.subject) == [.institution(office.bureau), .institution(office.station)])
        #expect(found.map(\.isPast) == [false, true])
        #expect(said(found).last == "institution name ⟦示例区教育⟧站", "shorter, and closed")
    }

    @Test(arguments: Engine.allCases)
    func theRegisterOfADay(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let then = SearchOffice.changed.advanced(by: -1)
        #expect(try said(office.find("it", on: then)) == ["institution name 示例区⟦ＩＴ⟧中心"])
        #expect(try office.find("信息", on: then).isEmpty)
        #expect(try said(office.find("少年宫", on: then)) == ["institution plate 示例区⟦少年宫⟧"])
        #expect(try office.find("教育站", on: then).map(\.isPast) == [false])
        #expect(try office.find("更名", on: then).isEmpty)
        #expect(try office.find("更名", on: SearchOffice.changed).count == 1)
    }

    @Test(arguments: Engine.allCases)
    func aNameThatNeverShouldHaveBeenIsNoFormerName(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let day = SearchOffice.changed.advanced(by: 1)
        try office.record([.amend(office.centre, .name("示例区错名中心"))], "示编〔2020〕14号", "更名", .daily, on: day)
        #expect(try said(office.find("错名")) == ["institution name 示例区⟦错名⟧中心"])
        try office.record([.reverse(position: 3, index: 0)], "示编〔2020〕15号", "更正", .correction, on: day)
        #expect(try office.find("错名").isEmpty)
        #expect(try said(office.find("信息")) == ["institution name 示例区⟦信息⟧中心"])
    }

    @Test(
        "A document is found by its number however it is typed",
        arguments: [
            "示编〔2020〕3号", "示编[2020]3号", "示编(2020)3号", "示编（２０２０）３号", "示编【2020】第3号", "示编 2020 3", "示编20203号", "〔2020〕3号",
        ], Engine.allCases)
    func citations(typed: String, on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let found = try office.find(typed)
        #expect(found.map(\.subject) == [.document(try #require(Citation("示编〔2020〕3号")))])
        #expect(found.first?.best.role == .citation)
    }

    @Test(arguments: Engine.allCases)
    func titlesAndWhatBodiesWereFoundedBy(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        #expect(try said(office.find("更名")) == ["document title 关于机构⟦更名⟧的批复"])
        let both = try #require(office.find("示编 更名").first)
        #expect(both.texts.map(\.role) == [.citation, .title])
        #expect(try said(office.find("示编〔2009〕58号")) == ["institution founding ⟦示编〔2009〕58号⟧"])
    }

    @Test(arguments: Engine.allCases)
    func anErasedTitleIsNotFoundAndItsDocumentIs(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let kept = try office.desk.searchTexts(people: .withheld)
        func found(_ words: String) throws -> [SearchMatch] {
            try office.desk.search(
                words, in: kept, people: .withheld, limit: 9, at: Instant(milliseconds: 0), from: &office.source
            ).matches
        }
        #expect(try said(found("王𠮷")) == ["document title 关于⟦王𠮷⟧同志任职的通知"])
        try office.eraseTitle(of: "示编〔2020〕3号")
        #expect(try found("王𠮷").isEmpty)
        #expect(try found("示编 任职").isEmpty)
        #expect(try found("示编〔2020〕3号").map { $0.texts.map(\.role) } == [[.citation]])
        #expect(try office.find("王𠮷").isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func peopleAreFoundByRightAlone(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let number = "33998119800101001x"
        for words in ["王𠮷", "教育家", "吕律", number] {
            #expect(try office.find(words).allSatisfy { $0.kind != .person })
            #expect(try office.find(words, kinds: [.person]).isEmpty)
        }
        // Neither the right without the names nor the names without the right is enough.
        let without = try office.desk.searchTexts(people: .withheld)
        let with = try office.desk.searchTexts(people: looker)
        #expect(
            try office.desk.search(
                "教育家", in: without, people: looker, limit: 9, at: Instant(milliseconds: 0), from: &office.source
            ).total
                == 0)
        #expect(
            try office.desk.search(
                "教育家", in: with, people: .withheld, limit: 9, at: Instant(milliseconds: 0), from: &office.source
            ).total
                == 0)
        #expect(
            try office.desk.search(
                number, in: with, people: .withheld, limit: 9, at: Instant(milliseconds: 0), from: &office.source
            ).total
                == 0)
        #expect(try said(office.find("教育家", people: looker)) == ["person name ⟦教育家⟧"])
        #expect(try said(office.find("𠮷", people: looker, kinds: [.person])) == ["person name 王⟦𠮷⟧"])
        // A form of the character, and one of those that have a number for compatibility only.
        #expect(try said(office.find("吕律", people: looker)).map { $0.hasPrefix("person name ⟦") } == [true])
        #expect(
            try office.find("吕", people: looker).map(\.subject) == [.person(#require(office.people["呂\u{F9D8}"]))])
    }

    @Test(
        "A whole identity number leads to its person, a part of one to nobody",
        arguments: [
            ("33998119800101001X", true), ("33998119800101001x", true), ("３３９９８１１９８００１０１００１Ｘ", true),
            (" 33998119800101001X ", true), ("3399811980010100", false), ("33998119800101", false),
            ("339981198001010011", false),
        ], Engine.allCases)
    func numbers(typed: (String, Bool), on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let found = try office.find(typed.0, people: looker)
        #expect(found.map(\.subject) == (typed.1 ? [.person(try #require(office.people["王𠮷"]))] : []))
        #expect(found.allSatisfy { $0.best.role == .identityNumber && $0.best.marked.text == "王𠮷" })
    }

    @Test(arguments: Engine.allCases)
    func whoWasErasedIsNotFound(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let kept = try office.desk.searchTexts(people: looker)
        func total(_ words: String) throws -> Int {
            try office.desk.search(
                words, in: kept, kinds: [.person], people: looker, limit: 9, at: Instant(milliseconds: 0),
                from: &office.source
            ).total
        }
        #expect(try total("王𠮷") == 1)
        #expect(try total("33998119800101001X") == 1)
        try office.erase("王𠮷")
        #expect(try total("王𠮷") == 0, "in texts filled before")
        #expect(try total("33998119800101001X") == 0)
        #expect(try office.find("王𠮷", people: looker, kinds: [.person]).isEmpty, "and after")
        #expect(try total("教育家") == 1)
    }

    /// Who looked, for what, and whom they were shown; names are nowhere in clear. Whoever finds nobody looked, too.
    @Test(arguments: Engine.allCases)
    func lookingForPeopleIsPutOnRecord(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let visitor = Visitor(user: "root", host: "台账机", naming: "查询人甲")
        let right = PeopleRight.granted(to: visitor, purpose: "核对满编减员")
        _ = try office.find("王𠮷", people: right, kinds: [.person])
        _ = try office.find("33998119800101001X", people: right)
        _ = try office.find("无此人", people: right)
        _ = try office.find("王𠮷", people: .withheld)
        _ = try office.find("教育", people: right, kinds: [.institution])
        #expect(throws: OfficeFailure.self) {
            try office.find("王𠮷", people: .granted(to: visitor, purpose: " "))
        }
        let lookups = try office.desk.lookups()
        let person = try #require(office.people["王𠮷"])
        #expect(lookups.map(\.people) == [[person], [person], []])
        #expect(lookups.allSatisfy { $0.officer == "查询人甲 root" && $0.purpose == "核对满编减员" && $0.way == .search })
        #expect(try office.desk.journal.checkChain(of: "339981").isEmpty)
        var lines = ""
        _ = try office.desk.journal.export { lines += $0 }
        for secret in ["查询人甲", "核对满编减员", "王𠮷"] { #expect(!lines.contains(secret)) }
    }

    @Test(arguments: Engine.allCases)
    func whatIsNotListedIsCounted(on engine: Engine) throws {
        let office = try SearchOffice(engine)
        let texts = try office.desk.searchTexts(people: looker)
        let whole = try office.desk.search(
            "教育", in: texts, people: looker, limit: 100, at: Instant(milliseconds: 0), from: &office.source)
        #expect(whole.totals == [.institution: 2, .person: 1])
        #expect(
            whole.matches.map(\.kind) == [.person, .institution, .institution], "a beginning before what is within")
        for limit in 0...3 {
            let answer = try office.desk.search(
                "教育", in: texts, people: looker, limit: limit, at: Instant(milliseconds: 0), from: &office.source)
            #expect(answer.matches.map(\.subject) == whole.matches.prefix(limit).map(\.subject))
            #expect(answer.totals == whole.totals)
        }
        let numbered = try office.desk.search(
            "33998119800101001X", in: texts, people: looker, limit: 0, at: Instant(milliseconds: 0),
            from: &office.source)
        #expect(numbered.matches.isEmpty && numbered.total == 1)
        #expect(throws: OfficeFailure.self) { try office.find("（）") }
    }
}

/// Somebody who may look people up.
private let looker = PeopleRight.granted(to: Visitor(user: "root", host: "台账机"), purpose: "试查")
