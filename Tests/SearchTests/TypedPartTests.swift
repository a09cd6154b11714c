import Search
import Testing

@Suite("Part of a name that narrows a list")
struct TypedPartTests {
    @Test(
        "However wide it is typed, in whatever brackets and in large letters or small",
        arguments: [
            ("教育", "澄岚区教育局"), ("　教育", "澄岚区教育局"), ("教 育", "澄岚区教育局"), ("(测试)", "中心（测试）"), ("（测试", "中心(测试)"),
            ("示编[2020]1号", "示编〔2020〕1号"), ("２０２０", "示编〔2020〕1号"), ("it", "ＩＴ中心"), ("𠮷", "𠮷野社"), ("（", "中心（测试）"),
        ])
    func isIn(_ typed: String, _ name: String) { #expect(TypedPart(typed).isIn(name)) }

    @Test(
        "What is not there, is not",
        arguments: [("教局", "澄岚区教育局"), ("（", "澄岚区教育局"), ("吉", "𠮷野社"), ("局局", "教育局")])
    func isNotIn(_ typed: String, _ name: String) { #expect(!TypedPart(typed).isIn(name)) }
}
