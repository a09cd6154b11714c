import Foundation

/// A register made once and copied by every test that wants one.
struct Register: Sendable {
    /// Where it stands, or why it could not be made.
    let made: Result<Made, any Error>

    /// A folder with the register and the workbook it was made from.
    struct Made: Sendable {
        let folder: URL
        /// The digest line that verifying it printed, as an office keeps it.
        let outside: String
    }

    /// The sample district of the main road.
    static let district = Register(bodies: 314)
    /// A small one, for whatever is refused.
    static let small = Register(bodies: 40)

    /// Where they stand until the tests have run.
    private static let shelf = FileManager.default.temporaryDirectory
        .appendingPathComponent("sanding-cli-districts-\(UUID().uuidString)")

    private init(bodies: Int) {
        made = Result {
            let folder = Register.shelf.appendingPathComponent("\(bodies)")
            atexit { try? FileManager.default.removeItem(at: Register.shelf) }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            func run(_ arguments: String...) throws -> Answer {
                let answer = try runProgram(arguments, in: folder)
                guard answer.status == 0 else { throw NotMade(arguments: arguments, answer: answer) }
                return answer
            }
            _ = try run("sample", "--seed", "2020", "--bodies", "\(bodies)", "--out", "sample.xlsx")
            _ = try run("import", "sample.xlsx", "--document", "样编〔2020〕1号", "--drafter", "甲", "--decider", "乙")
            let said = try run("verify")
            guard let line = said.output.split(separator: "\n").last else {
                throw NotMade(arguments: ["verify"], answer: said)
            }
            return Made(folder: folder, outside: String(line))
        }
    }

    private struct NotMade: Error, CustomStringConvertible {
        let arguments: [String]
        let answer: Answer
        var description: String {
            "sanding \(arguments.joined(separator: " ")): status \(answer.status)\n\(answer.errors)\(answer.output.suffix(400))"
        }
    }
}
