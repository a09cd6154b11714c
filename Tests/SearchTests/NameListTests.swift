import Search
import Testing

/// A name is found by part of it, by how it sounds and by the first letters of that, as an official types it.
@Suite struct NameListTests {
    private static let sounds = Pinyin(lines: [
        "jiao 教交", "yu 育玉", "ju 局", "qu 区", "ou 区", "chang 长", "zhang 长张", "xi 西", "an 安", "xian 先", "yan 烟", "tai 台",
        "zhong 重中", "shi 师", "heng 恒", "chong 重", "qing 庆", "no line of this", "bad1 坏", "",
    ])

    private func found(_ typed: String, in names: [String]) throws -> [String] {
        let list = NameList(names.map { Corpus.Item([$0]) }, sounds: NameListTests.sounds)
        return list.search(try #require(SearchWords(typed))).map { names[$0.item] }
    }

    @Test(
        "A name is found as it is written and as it is spoken",
        arguments: [
            ("教育", "区教育局"), ("jyj", "区教育局"), ("jiaoyuju", "区教育局"), ("jiaoyu", "区教育局"), ("jiaoyj", "区教育局"),
            ("jyju", "区教育局"), ("教yj", "区教育局"), ("j育局", "区教育局"), ("JYJ", "区教育局"), ("ｊｙｊ", "区教育局"), ("qjyj", "区教育局"),
            ("ojyj", "区教育局"), ("quj", "区教育局"), ("jiao yu", "区教育局"), ("局 教", "区教育局"), ("xian", "西安局"), ("xian", "先"),
            ("zhang", "校长"), ("chang", "校长"), ("chongqing", "重庆"), ("zq", "重庆"), ("yantai", "烟台"), ("99", "第９９所"),
            ("sheng", "师恒"), ("shheng", "师恒"), ("sh", "师恒"), ("it", "ＩＴ中心"), ("itz", "ＩＴ中心"),
        ])
    func isFound(_ typed: String, _ name: String) throws { #expect(try found(typed, in: [name]) == [name]) }

    @Test(
        "What is no part of it, or out of order, is not",
        arguments: [
            ("yjj", "区教育局"), ("jyjx", "区教育局"), ("iao", "区教育局"), ("jiaou", "区教育局"), ("教局", "区教育局"), ("jj", "区教育局"),
            ("jyj jjj", "区教育局"), ("x", "区教育局"), ("坏", "区教育局"), ("bad", "坏"), ("jiaoyujujiaoyuju", "区教育局"),
        ])
    func isNotFound(_ typed: String, _ name: String) throws { #expect(try found(typed, in: [name]).isEmpty) }

    @Test("The whole stands before a beginning, that before what is within, the shorter before the longer")
    func order() throws {
        let names = ["区教育局分局", "教育局分局", "教育局", "区教育局"]
        #expect(try found("jyj", in: names) == ["教育局", "教育局分局", "区教育局", "区教育局分局"])
        #expect(try found("教育局", in: names) == ["教育局", "教育局分局", "区教育局", "区教育局分局"])
    }

    @Test("What is no more stands last; which text it was is told")
    func textsAndPast() throws {
        let list = NameList(
            [Corpus.Item(["教育局"], isPast: true), Corpus.Item(["玉局", "交育局"])], sounds: NameListTests.sounds)
        let hits = list.search(try #require(SearchWords("jyj")))
        #expect(hits.map(\.item) == [1, 0])
        #expect(hits.map(\.text) == [1, 0])
    }

    @Test("Letters without end are looked for in no time, and found nowhere")
    func longest() throws {
        let name = String(repeating: "重长", count: 60)
        #expect(try found(String(repeating: "zhang", count: 12) + "x", in: [name]).isEmpty)
        #expect(try found(String(repeating: "zc", count: 29) + "xx", in: [name]).isEmpty)
        #expect(try found(String(repeating: "zz", count: 30), in: [name]) == [name])
        #expect(try found(String(repeating: "zz", count: 31), in: [name]).isEmpty)
    }
}
