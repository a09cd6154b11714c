import Basics
import Papers

/// What was recognised in a workbook and what is wrong with it.
struct ImportReport {
    private let book: DistrictBook
    private let limit: Int

    init(_ book: DistrictBook, limit: Int) {
        self.book = book
        self.limit = limit
    }

    func print(in desk: DeskOptions) {
        let title = book.title ?? ""
        Swift.print(
            desk.say(
                "\(title) 截止：\(book.cutOff?.description ?? "未写明") 填报：\(book.office ?? "未写明")",
                "\(title) cut-off: \(book.cutOff?.description ?? "not named") by: \(book.office ?? "not named")"))
        Swift.print(
            desk.say(
                "读得机构\(book.bodies.count)个，人员\(book.people.count)行，职责\(book.duties.count)条，事项\(book.matters.count)项，系统外单位\(book.outsideBodies.count)个；拒收\(book.rejected.count)行。",
                "Read \(book.bodies.count) bodies, \(book.people.count) rows of people, \(book.duties.count) duties, \(book.matters.count) matters, \(book.outsideBodies.count) outside bodies; \(book.rejected.count) rows rejected."
            ))
        let counts = Dictionary(grouping: book.problems, by: \.severity).mapValues(\.count)
        Swift.print(
            desk.say(
                "错误\(counts[.error] ?? 0)处，警告\(counts[.warning] ?? 0)处，说明\(counts[.note] ?? 0)处。",
                "\(counts[.error] ?? 0) errors, \(counts[.warning] ?? 0) warnings, \(counts[.note] ?? 0) notes."))
        // A row that only follows its body's row is counted, not listed: the cause stands above.
        let following = book.problems.filter { $0.code == .bodyRejected && $0.severity == .error }
        let ordered = Problem.Severity.allInOrder.flatMap { severity in
            book.problems.filter { $0.severity == severity && !($0.code == .bodyRejected && severity == .error) }
        }
        for problem in ordered.prefix(limit) {
            let place = "\(problem.sheet)!\(problem.cell ?? problem.row.map { "\($0)" } ?? "")"
            Swift.print(
                "[\(desk.say(problem.severity.name))] \(place) “\(problem.read)” \(desk.say(problem.why)) \(desk.say(problem.mend)) (\(problem.code.rawValue))"
            )
        }
        if !following.isEmpty {
            Swift.print(
                desk.say(
                    "另有\(following.count)行因所属机构那一行有错而未取，改正后原样可导入。",
                    "\(following.count) more rows are left out because their body's row has an error; mend that and they can be imported as they are."
                ))
        }
        if ordered.count > limit {
            Swift.print(
                desk.say(
                    "……其余 \(ordered.count - limit) 处，用 --limit 或 --json 查看。",
                    "… \(ordered.count - limit) more; see --limit or --json."))
        }
    }

    func json(in language: Language) -> JSON {
        [
            "title": JSON(book.title), "cutOff": JSON(book.cutOff?.description), "office": JSON(book.office),
            "prefix": .string(book.prefix), "bodies": .integer(book.bodies.count),
            "people": .integer(book.people.count), "duties": .integer(book.duties.count),
            "matters": .integer(book.matters.count), "outsideBodies": .integer(book.outsideBodies.count),
            "rejectedRows": .integer(book.rejected.count),
            "problems": .array(
                book.problems.map { problem in
                    [
                        "severity": .string(problem.severity.rawValue), "code": .string(problem.code.rawValue),
                        "sheet": .string(problem.sheet), "row": JSON(problem.row), "cell": JSON(problem.cell),
                        "read": .string(problem.read), "why": .string(problem.why.said(in: language)),
                        "mend": .string(problem.mend.said(in: language)),
                    ]
                }),
        ]
    }
}

extension Problem.Severity {
    static let allInOrder: [Problem.Severity] = [.error, .warning, .note]
}
