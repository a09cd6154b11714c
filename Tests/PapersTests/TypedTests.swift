import Basics
import Papers
import Registry
import Testing

@Suite("What is typed into a field")
struct TypedTests {
    @Test(
        "A day is read in any usual shape",
        arguments: [
            "2020-06-30", "2020.6.30", "2020/6/30", "20200630", "2020年6月30日", "２０２０年６月３０日", "２０２０．６．３０",
            "2020 年 6 月 30 日",
            "二〇二〇年六月三十日", "2020年6月30", "2020-6-30 ", "2020。6。30", "30/6/2020", "30 June 2020",
        ])
    func day(_ text: String) { #expect(typedDay(text) == Day(year: 2020, month: 6, day: 30)) }

    @Test(
        "What is no day, or can be two, is none; a spreadsheet's day number least of all",
        arguments: [
            "", "2020", "2020-06", "2020-02-30", "5/6/2020", "44012", "４４０１２", "44012年", "明天", "2020-06-30-1",
            "x2020-06-30",
            "20206030", "1899-12-31", "2101-01-01", "6.30", "2020-06-30左右",
        ])
    func noDay(_ text: String) { #expect(typedDay(text) == nil) }

    @Test(
        "A date keeps how exactly it is known",
        arguments: [
            ("2020", "2020"), ("2020年", "2020"), ("2020.6", "2020-06"), ("202006", "2020-06"), ("2020年6月", "2020-06"),
            ("2020-06-30", "2020-06-30"),
        ])
    func date(_ text: String, _ read: String) { #expect(typedDate(text)?.description == read) }

    @Test(
        "A whole number is read as it is typed, and nothing is guessed",
        arguments: [
            ("12", 12), ("１２", 12), (" 12 ", 12), ("1,234", 1234), ("12名", 12), ("十二", 12), ("0", 0),
            ("100000000", 100_000_000),
        ])
    func count(_ text: String, _ read: Int) { #expect(typedCount(text) == read) }

    @Test(
        "What is no whole number is none",
        arguments: ["", "若干", "-1", "1.5", "8+2", "约10", "99999999999999999999", "1,23", "2020-01-01", "１２a"])
    func noCount(_ text: String) { #expect(typedCount(text) == nil) }

    @Test("An identity number is kept in half width, without spaces")
    func identity() { #expect(typedIdentity("３３９９８１ 19900101 001x") == "33998119900101001X") }

    @Test("The readings of characters are there, those with several in each")
    func pinyin() throws {
        let lines = try PinyinData.lines()
        func syllables(_ character: Character) -> Set<Substring> {
            Set(lines.filter { $0.split(separator: " ")[1].contains(character) }.map { $0.split(separator: " ")[0] })
        }
        #expect(syllables("教") == ["jiao"])
        #expect(syllables("重").isSuperset(of: ["zhong", "chong"]))
        #expect(syllables("曾").isSuperset(of: ["zeng", "ceng"]))
        #expect(syllables("吕") == ["lv"])
        #expect(syllables("龘") == ["da"])
    }
}
