import ArgumentParser
import Basics
import Office

/// `sanding motion try FILE`: what would come of a draft of daily work if it were decided now.
struct MotionTryCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "try", abstract: "试办日常事项：问题、拒绝理由、变动 · what would come of a draft of daily work")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "日常事项文件 · a draft of daily work")
    var file: String

    func answer() throws {
        let open = try desk.desk()
        guard case .daily(let written) = try MotionPaper(try readText(file)) else {
            throw OfficeFailure(
                .input, "not-daily", zh: "不是日常事项文件；方案请用 sanding plan simulate。",
                en: "This is no draft of daily work; plans are tried with sanding plan simulate.")
        }
        let trial = try open.tryDaily(written, at: now())
        for problem in trial.problems {
            let form = ChangeForm.form(written.draft.forms[problem.form].code)
            let label = problem.field.flatMap { form?.item($0)?.label }
            let place = [form?.name, label].compactMap { $0 }.map { desk.say($0) }.joined(separator: " · ")
            print("✗ \(problem.form + 1) \(place): \(desk.say(problem.wording)) [\(problem.code)]")
        }
        for sentence in trial.sentences { print("  \(sentence.form + 1) \(desk.say(sentence.wording))") }
        if let refusal = trial.refusal {
            print("✗ \(desk.say(refusal.wording)) \(desk.say(refusal.wayOut)) [\(refusal.code)]")
        }
        if trial.passes { print(desk.say("可以办理，摘要 \(trial.digest)", "It would go through; digest \(trial.digest)")) }
        if !trial.news.isEmpty {
            let positions = trial.news.map(String.init).joined(separator: ", ")
            print(
                desk.say(
                    "起草之后有涉及相同机构或人员的决定：\(positions)", "Decided since on the same bodies or people: \(positions)"))
        }
    }
}
