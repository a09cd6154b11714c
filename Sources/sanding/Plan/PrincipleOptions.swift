import ArgumentParser
import Office

/// The principles of a merger: a file, and what is said beside it goes before it.
struct PrincipleOptions: ParsableArguments {
    @Option(help: "整合原则文件（YAML） · the principles, as a file")
    var principles: String?

    @Option(help: "小机构的编制上限（各地自定） · at most so many heads is small")
    var small: Int?

    @Option(help: "整合后最少编制 · the fewest heads of a body")
    var smallest: Int?

    @Option(help: "整合后最多编制 · the most heads a merger may come to")
    var largest: Int?

    @Option(help: "最多几个并成一个 · how many bodies may become one")
    var most: Int?

    @Option(help: "只看某主管部门，可多次 · only the bodies under this one")
    var supervisor: [String] = []

    @Flag(name: .customLong("any-supervisor"), help: "可跨任何主管部门 · across any supervisors")
    var anySupervisor = false

    @Flag(name: .customLong("into-larger"), help: "可并入较大的机构 · small bodies may go into larger ones")
    var intoLarger = false

    /// What they come to.
    func read() throws -> Principles {
        var said = Principles()
        if let principles {
            let text = try readText(principles)
            do { said = try readPrinciples(text) } catch { throw OfficeFailure(error) }
        }
        for (number, name) in [(small, "--small"), (smallest, "--smallest"), (largest, "--largest"), (most, "--most")] {
            guard let number, !(1...1_000_000).contains(number) else { continue }
            throw OfficeFailure(
                .input, "bad-number", zh: "\(name) 应为大于零的整数，现为\(number)。",
                en: "\(name) must be above zero; it is \(number).")
        }
        said.small = small ?? said.small
        said.smallest = smallest ?? said.smallest
        said.largest = largest ?? said.largest
        said.most = most ?? said.most
        if !supervisor.isEmpty { said.supervisors = supervisor }
        if anySupervisor { said.anySupervisor = true }
        if intoLarger { said.intoLarger = true }
        return said
    }
}
