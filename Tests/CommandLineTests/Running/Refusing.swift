import Foundation
import Testing

/// Runs a command that must be refused, in both languages: with that status and code, with a message on the error
/// stream that says each of `zh` or of `en`, and with nothing in the folder changed, made or taken away but one record of the
/// audit: the register's no is on record.
func expectRefused(
    _ arguments: [String], in workplace: Workplace, status: Int32 = 1, code: String, zh: [String], en: [String],
    location: SourceLocation = #_sourceLocation
) throws {
    var before = try workplace.state()
    let command = Comment(rawValue: "sanding " + arguments.joined(separator: " "))
    for (language, kind, words) in [
        ("zh", [1: "输入有误", 2: "不予办理", 3: "系统故障"], zh), ("en", [1: "input", 2: "refused", 3: "failure"], en),
    ] {
        let answer = try runProgram(arguments + ["--lang", language], in: workplace.folder)
        #expect(answer.status == status, command, sourceLocation: location)
        #expect(
            answer.errors.hasPrefix("\(kind[Int(status)] ?? "") [\(code)] "), "\(command): \(answer.errors)",
            sourceLocation: location)
        for word in words {
            #expect(answer.errors.contains(word), "\(command): \(answer.errors)", sourceLocation: location)
        }
        let after = try workplace.state()
        let changes = status == 2 ? after.changesButOneRecord(since: before) : after.changes(since: before)
        #expect(changes == [], command, sourceLocation: location)
        before = after
    }
}
