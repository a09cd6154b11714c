import ArgumentParser
import Basics
import Foundation

extension Sanding {
    /// Runs what the command line asks for. What the parser says of a wrong command line, and of help, comes in the
    /// reader's language as far as its words are known; the parser itself speaks English only.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            let code = exitCode(for: error)
            let text = said(fullMessage(for: error), message(for: error), isWrong: !code.isSuccess)
            if !text.isEmpty {
                let stream = code.isSuccess ? FileHandle.standardOutput : FileHandle.standardError
                stream.write(Data((text + "\n").utf8))
            }
            leave(code.rawValue)
        }
    }

    private static func said(_ whole: String, _ message: String, isWrong: Bool) -> String {
        guard !whole.isEmpty else { return "" }
        let language = spokenLanguage(in: CommandLine.arguments)
        var lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if isWrong {
            let first = message.split(separator: "\n", omittingEmptySubsequences: false).count
            let heading = Wording(zh: "输入有误 [usage] \(inChinese(message))", en: "input [usage] \(message)")
            lines = [heading.said(in: language)] + lines.dropFirst(first)
        }
        return (language == .zh ? lines.map(labelsInChinese) : lines).joined(separator: "\n")
    }
}

/// Ends the program; inside a command `exit` means the parser's own way of leaving.
private func leave(_ status: Int32) -> Never { exit(status) }

/// The language that a command line asks for, which may be wrong elsewhere: `--lang`, `SANDING_LANG`, Chinese.
private func spokenLanguage(in arguments: [String]) -> Language {
    var named = ProcessInfo.processInfo.environment["SANDING_LANG"]
    for (place, argument) in arguments.enumerated() {
        if argument == "--lang", place + 1 < arguments.count { named = arguments[place + 1] }
        if argument.hasPrefix("--lang=") { named = String(argument.dropFirst(7)) }
    }
    return named.flatMap(Language.init) ?? .zh
}

/// What the parser says of a wrong command line, in Chinese; as it is where the sentence is not known.
func inChinese(_ message: String) -> String {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    let named = parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
    let sentence = parts.indices.filter { $0 % 2 == 0 }.map { parts[$0] }.joined(separator: "''")
    let all = named.map { "“\($0)”" }.joined(separator: "、")
    switch (sentence, named.count) {
    case ("Unknown option ''. Did you mean ''?", 2): return "不认识选项“\(named[0])”，是否想写“\(named[1])”？"
    case ("Unknown option ''", 1): return "不认识选项“\(named[0])”。"
    case ("Missing value for ''", 1): return "选项“\(named[0])”后面缺少内容。"
    case ("The option '' does not take any value, but '' was specified.", 2):
        return "选项“\(named[0])”后面不写内容，现写了“\(named[1])”。"
    case ("Unexpected argument ''", 1): return "多写了“\(named[0])”。"
    case ("Missing expected argument ''", 1): return "缺少“\(named[0])”。"
    case ("Missing required subcommand.", 0): return "缺少子命令。"
    case ("Value to be set with flag '' had already been set with flag ''", 2): return "\(all)只能写一个。"
    case (let other, 1...) where other.contains("unexpected arguments: "): return "多写了\(named.count)项：\(all)。"
    case (let other, 1...) where other.hasPrefix("Missing one of: "): return "须写其中一项：\(all)。"
    case (let other, 2...) where other.hasPrefix("The value '' is invalid for ''"):
        let choices = named.dropFirst(2)
        return "“\(named[1])”不能是“\(named[0])”"
            + (choices.isEmpty ? "。" : "，可写：\(choices.joined(separator: "、"))。")
    default: return message
    }
}

/// A line of a help page with its label in Chinese.
private func labelsInChinese(_ line: String) -> String {
    let labels = [
        ("Help:  ", "说明："), ("Usage: ", "用法："), ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："),
        ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
    ]
    for (label, chinese) in labels where line.hasPrefix(label) { return chinese + line.dropFirst(label.count) }
    if line.hasPrefix("  See '"), line.hasSuffix("' for more information.") {
        return "  详见：" + line.dropFirst(7).dropLast(23)
    }
    if line.hasPrefix("  See '"), line.hasSuffix("' for detailed help.") {
        return "  详见：" + line.dropFirst(7).dropLast(20)
    }
    return line.hasSuffix("Show help information.") ? line.dropLast(22) + "显示帮助。" : line
}
