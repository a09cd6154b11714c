import Foundation
import Testing

/// A command line that the program can't make out: said in the reader's language, with what to write instead.
@Suite struct UsageTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace() }

    @Test(arguments: [
        (["as-of"], "缺少“<day>”。", "Missing expected argument '<day>'"),
        (["as-of", "2020-01-01", "2020-01-02"], "多写了“2020-01-02”。", "Unexpected argument '2020-01-02'"),
        (["as-of", "1", "2", "3"], "多写了2项：“2”、“3”。", "2 unexpected arguments: '2', '3'"),
        (["log", "--jsn"], "不认识选项“--jsn”，是否想写“--json”？", "Did you mean '--json'?"),
        (["log", "--unheard-of"], "不认识选项“--unheard-of”。", "Unknown option '--unheard-of'"),
        (["show", "甲", "--day"], "选项“--day <day>”后面缺少内容。", "Missing value for '--day <day>'"),
        (["sample", "--bodies", "许多"], "“--bodies <bodies>”不能是“许多”。", "The value '许多' is invalid"),
        (["log", "--json=是"], "选项“--json”后面不写内容，现写了“是”。", "does not take any value"),
    ])
    func whatIsWrongIsSaid(_ arguments: [String], chinese: String, english: String) throws {
        let answer = try runProgram(arguments, in: workplace.folder)
        #expect(answer.status == 64)
        #expect(answer.output.isEmpty)
        #expect(answer.errors.hasPrefix("输入有误 [usage] " + chinese), "\(answer.errors)")
        #expect(answer.errors.contains("用法：") && answer.errors.contains("详见："))
        for label in ["Error", "Usage:", "See '", "Help:"] {
            #expect(!answer.errors.contains(label), "\(answer.errors)")
        }
        let same = try runProgram(arguments + ["--lang", "en"], in: workplace.folder)
        #expect(same.status == 64)
        guard arguments.last != "--day" else { return }
        #expect(same.errors.hasPrefix("input [usage] ") && same.errors.contains(english), "\(same.errors)")
        #expect(same.errors.contains("Usage:"))
    }

    @Test func aLanguageThatIsNone() throws {
        let answer = try workplace.run("log", "--lang", "fr")
        #expect(answer.status == 64)
        #expect(answer.errors.contains("不能是“fr”，可写：zh、en。"), "\(answer.errors)")
    }

    @Test func helpIsNoError() throws {
        let help = try workplace.succeed("matter", "--help").output
        #expect(help.contains("概述：") && help.contains("子命令：") && !help.contains("OVERVIEW"))
        #expect(try workplace.succeed("matter", "--help", "--lang", "en").output.contains("OVERVIEW"))
    }
}
