import Search
import Testing

/// Words are found as a person would find them with a finger on the page, however they were typed.
@Suite struct CorpusTests {
    /// The text with what matched between brackets of its own; nil where the words are not all in it.
    private func marked(_ query: String, in text: String) throws -> String? {
        let words = try #require(SearchWords(query))
        let corpus = Corpus([Corpus.Item([text])])
        guard let hit = corpus.search(words).first else { return nil }
        let marks = corpus.marks(of: words, in: hit.item)
        return try #require(marks.first).pieces.map { $0.isMatch ? "⟦\($0.text)⟧" : $0.text }.joined()
    }

    @Test(
        "Words of any length are found and marked in the text as it is",
        arguments: [
            // One character, two, and a place at either end.
            ("教", "区教育局", "区⟦教⟧育局"), ("教育", "区教育局", "区⟦教育⟧局"), ("区", "区教育局", "⟦区⟧教育局"), ("局", "区教育局", "区教育⟦局⟧"),
            ("育教", "区教育局", nil), ("教局", "区教育局", nil), ("管理", "管理局管理处", "⟦管理⟧局⟦管理⟧处"), ("管", "管管", "⟦管管⟧"),
            // All words, in any order, also where they overlap.
            ("局 区", "区教育局", "⟦区⟧教育⟦局⟧"), ("教育 水", "区教育局", nil), ("教育 育局", "区教育局", "区⟦教育局⟧"), ("教育　教育", "教育", "⟦教育⟧"),
            // Width and case of Latin letters and digits, on either side.
            ("wto12", "加入ＷＴＯ１２号", "加入⟦ＷＴＯ１２⟧号"), ("ＷｔＯ", "Wto办", "⟦Wto⟧办"), ("12", "第１２号", "第⟦１２⟧号"),
            ("１２", "120", "⟦12⟧0"),
            ("120报警", "负责１２０ 报警", "负责⟦１２０ 报警⟧"), ("école", "É\u{301}cole ÉCOLE", "É\u{301}cole ⟦ÉCOLE⟧"),
            // Spaces, line ends and what can't be seen between Chinese characters; words of Latin letters stay apart.
            ("教育局", "教 育\u{3000}\n局", "⟦教 育\u{3000}\n局⟧"), ("教育局", "教\u{200B}育局", "⟦教\u{200B}育局⟧"),
            ("ab", "a b", nil), ("a b", "x a  b", "x ⟦a⟧  ⟦b⟧"), ("bc", "ab c", nil),
            // Brackets and dots, with or without.
            ("浙编办〔2020〕3号", "浙编办（２０２０）３号", "⟦浙编办（２０２０）３号⟧"), ("浙编办20203号", "依浙编办〔2020〕3号设立", "依⟦浙编办〔2020〕3号⟧设立"),
            ("[2020]3号", "浙编办〔2020〕13号", nil), ("中心（站）", "中心站", "⟦中心站⟧"), ("阿里买买提", "阿里·买买提", "⟦阿里·买买提⟧"),
            ("阿里•买买提", "阿里・买买提", "⟦阿里・买买提⟧"),
            // Rare characters: the second and third plane, and one beside another that shares its first bytes.
            ("𠮷", "王𠮷", "王⟦𠮷⟧"), ("𠮷", "王𠮶", nil), ("𫖮", "钟𫖮明", "钟⟦𫖮⟧明"), ("𰻝", "𰻝面", "⟦𰻝⟧面"), ("䶮", "刘䶮", "刘⟦䶮⟧"),
            // Forms of one character: compatibility ideographs, radicals, selectors, other numbers.
            ("\u{8C48}", "\u{F900}", "⟦\u{F900}⟧"), ("\u{F9D8}", "\u{5F8B}师", "⟦\u{5F8B}⟧师"),
            ("\u{2F800}", "\u{4E3D}", "⟦\u{4E3D}⟧"),
            ("一水", "⼀⽔", "⟦⼀⽔⟧"), ("葛", "葛\u{E0100}区", "⟦葛⟧\u{E0100}区"), ("葛区", "葛\u{E0100}区", "⟦葛\u{E0100}区⟧"),
            ("吕", "呂布", "⟦呂⟧布"), ("戶", "户籍", "⟦户⟧籍"), ("二〇二〇", "二○二○年", "⟦二○二○⟧年"), ("黄", "⻩⿈黃", "⟦⻩⿈黃⟧"),
            // Another word is another word.
            ("说", "說", nil), ("戊", "戌", nil),
        ] as [(String, String, String?)])
    func found(query: String, text: String, expected: String?) throws {
        #expect(try marked(query, in: text) == expected)
    }

    @Test("Nothing to look for is no words", arguments: ["", " ", "　\n", "（）", "·“”", "\u{200B}"])
    func nothing(query: String) { #expect(SearchWords(query) == nil) }

    @Test("No word goes across two texts, and the words of an item may stand in several")
    func items() throws {
        let corpus = Corpus([
            Corpus.Item(["示编1号", "机构改革"]), Corpus.Item(["机构"]), Corpus.Item([]), Corpus.Item(["", "号机"]),
        ])
        func items(_ query: String) throws -> [Int] { try corpus.search(#require(SearchWords(query))).map(\.item) }
        #expect(try items("号机") == [3])
        #expect(try items("示编 改革") == [0])
        #expect(try items("机构") == [1, 0])
        #expect(try items("机构 号机") == [])
        let marks = corpus.marks(of: try #require(SearchWords("示编 改革")), in: 0)
        #expect(marks.map(\.number) == [0, 1])
        #expect(marks.map(\.ranges) == [[0..<2], [2..<4]])
        #expect(try Corpus([]).search(#require(SearchWords("机"))).isEmpty)
    }

    @Test(
        "The whole before the beginning before within; what is before what was; the shorter; the more places; in order",
        arguments: [
            ("教育", ["区教育", "教育局", "教育"], [2, 1, 0]), ("教育", ["教育局二科", "区教育局", "教育局教育"], [2, 0, 1]),
            ("教育", ["区教育局甲", "区教育教育", "区教育局"], [2, 1, 0]), ("教育", ["区教育局甲", "区教育局乙"], [0, 1]),
            ("教育 局", ["教育大局", "教育局", "局教育", "市教育局"], [1, 2, 0, 3]),
            ("cloud lab", ["a cloud lab", "lab cloud", "Cloud  Lab"], [2, 1, 0]),
        ] as [(String, [String], [Int])])
    func order(query: String, texts: [String], expected: [Int]) throws {
        let words = try #require(SearchWords(query))
        #expect(Corpus(texts.map { Corpus.Item([$0]) }).search(words).map(\.item) == expected)
    }

    @Test("What is no more stands after what is, but before what fits less")
    func past() throws {
        let corpus = Corpus([
            Corpus.Item(["教育"], isPast: true), Corpus.Item(["教育"]), Corpus.Item(["教育处"], isPast: true),
            Corpus.Item(["教育管理科"]), Corpus.Item(["市教育"]),
        ])
        let hits = corpus.search(try #require(SearchWords("教育")))
        #expect(hits.map(\.item) == [1, 0, 3, 2, 4])
        #expect(hits.map(\.fit) == [.whole, .whole, .beginning, .beginning, .within])
    }

    @Test("Of an item's texts the best counts, the first of those that fit alike")
    func best() throws {
        let corpus = Corpus([Corpus.Item(["区教育局", "教育局", "教育处"])])
        let words = try #require(SearchWords("教育"))
        let hit = try #require(corpus.search(words).first)
        #expect(hit.text == 1)
        #expect(hit.fit == .beginning)
        #expect(hit.places == 3)
    }
}
