import Basics
import Testing

@Suite struct CitationTests {
    @Test(arguments: [
        ("安编〔2009〕58号", "安编", 2009, 58),
        ("安编[2009]58号", "安编", 2009, 58),
        ("安编(2009)58号", "安编", 2009, 58),
        ("安编【2009】58号", "安编", 2009, 58),
        ("安编（2009）58号", "安编", 2009, 58),
        ("安编〔２００９〕５８号", "安编", 2009, 58),
        ("安编［2009］第58号", "安编", 2009, 58),
        ("安编〖2009〗58号", "安编", 2009, 58),
        ("安编﹝2009﹞58号", "安编", 2009, 58),
        ("安编〈2009〉58号", "安编", 2009, 58),
        ("安编＜2009＞58号", "安编", 2009, 58),
        ("安编{2009}58号", "安编", 2009, 58),
        ("安编\u{A0}[2009]\u{A0}58号", "安编", 2009, 58),
        ("安编〔2009〕第 58 号", "安编", 2009, 58),
        ("  安编〔2009〕58", "安编", 2009, 58),
        ("安编〔2009〕058号", "安编", 2009, 58),
        ("安政办字〔2020〕12号", "安政办字", 2020, 12),
        ("安编字[2009]第7号", "安编字", 2009, 7),
        ("安政办发〔2020〕1号", "安政办发", 2020, 1),
    ])
    func isReadAsOfficesWriteIt(text: String, issuer: String, year: Int, number: Int) throws {
        let citation = try #require(Citation(text))
        #expect(citation.issuer == issuer && citation.year == year && citation.number == number)
        #expect(citation.description == "\(issuer)〔\(year)〕\(number)号")
        #expect(Citation(citation.description) == citation)
    }

    @Test(arguments: [
        "", "安编", "安编〔2009〕", "〔2009〕58号", "安编〔09〕58号", "安编〔2009〕0号", "安编〔2009〕58号、59号",
        "安编〔2009〕58号批复", "2009安编58号", "安编〔2009〕58-2号", "安编〔99999999999999999999〕1号", "安编〔3000〕1号",
        "安编〔二〇〇九〕58号",
    ])
    func otherTextsAreNoCitations(text: String) {
        #expect(Citation(text) == nil)
    }

    @Test func ordersByIssuerYearNumber() throws {
        let texts = ["安政〔2001〕2号", "安编〔2010〕1号", "安编〔2009〕12号", "安编〔2009〕9号"]
        let sorted = texts.compactMap { Citation($0) }.sorted().map(\.description)
        let anbian = ["安编〔2009〕9号", "安编〔2009〕12号", "安编〔2010〕1号"]
        #expect(sorted.filter { $0.hasPrefix("安编") } == anbian)
        #expect(Citation(issuer: "", year: 2009, number: 1) == nil)
        #expect(Citation(issuer: "安编", year: 1899, number: 1) == nil)
    }
}
