import ArgumentParser
import Foundation
import Office
import Storage

/// A command that answers in the reader's language and leaves with a status that tells whether it went through.
protocol Answering: ParsableCommand {
    /// The options of every command.
    var desk: DeskOptions { get }

    /// Does the work; what it throws is said on the error stream.
    func answer() throws
}

extension Answering {
    func run() throws { try desk.sayingFailures(answer) }
}

extension DeskOptions {
    /// Does some work; what it throws is said on the error stream, and becomes the status to leave with.
    func sayingFailures<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let failure as OfficeFailure {
            let kind =
                switch failure.kind {
                case .input: say("输入有误", "input")
                case .refusal: say("不予办理", "refused")
                case .failure: say("系统故障", "failure")
                }
            FileHandle.standardError.write(Data("\(kind) [\(failure.code)] \(say(failure.wording))\n".utf8))
            throw ExitCode(failure.kind == .failure ? 3 : failure.kind == .refusal ? 2 : 1)
        } catch let failure as StorageFailure {
            let said = OfficeFailure(failure)
            FileHandle.standardError.write(Data("\(say("系统故障", "failure")) [\(said.code)] \(say(said.wording))\n".utf8))
            throw ExitCode(3)
        }
    }
}
