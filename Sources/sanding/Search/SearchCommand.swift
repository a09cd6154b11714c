import ArgumentParser
import Basics
import Office
import Registry

/// `sanding search WORDS`: institutions, duties, documents and, by right, people in which words occur.
struct SearchCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "检索机构、职责、文件和人员 · find bodies, duties, documents and people")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "字词，一个字也可以；以空格隔开的须全部出现 · words; all of them must occur")
    var words: [String]

    @Option(help: "范围：机构、职责、文件、人员，可多次 · institution, duty, document or person; may be repeated")
    var kind: [SearchKind] = []

    @Flag(help: "也查人员：按姓名或完整的身份证号 · people too, by name or whole identity number")
    var people = false

    @OptionGroup var looking: LookingOptions

    @Option(help: "截至哪一天 yyyy-MM-dd · the day")
    var day: String?

    @Option(help: "最多列出多少项 · how many to list")
    var limit: Int = 20

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        guard limit > 0 else {
            throw OfficeFailure(
                .input, "bad-limit", zh: "--limit 应为正整数，现为 \(limit)。",
                en: "--limit is a number from 1; this is \(limit).")
        }
        guard people || !kind.contains(.person) else {
            throw OfficeFailure(
                .input, "people-withheld", zh: "检索人员须另加 --people。", en: "To look people up, add --people.")
        }
        if people { try looking.require() }
        let open = try desk.desk()
        var source = SystemRandomNumberGenerator()
        let right: PeopleRight = people ? .granted(to: looking.visitor, purpose: looking.purpose) : .withheld
        let texts = try open.searchTexts(on: try day.map { try readDay($0) }, people: right)
        let answer = try open.search(
            words.joined(separator: " "), in: texts, kinds: Set(kind.isEmpty ? SearchKind.allCases : kind),
            people: right, limit: limit, at: now(), from: &source)
        if json { return print(try answer.json.text()) }
        let style = MatchStyle.ofOutput
        answer.matches.forEach { print($0.line(in: answer.register, desk, style)) }
        print(answer.summary(desk))
    }
}

extension SearchKind: ExpressibleByArgument {
    /// The kind by its name in Chinese or English.
    package init?(argument: String) {
        guard let kind = SearchKind.allCases.first(where: { $0.name.zh == argument || $0.rawValue == argument }) else {
            return nil
        }
        self = kind
    }
}
