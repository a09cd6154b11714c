import ArgumentParser
import Basics
import Office
import Papers
import Samples

/// `sanding sample`: a synthetic district's workbook, to try everything on.
struct SampleCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "生成合成的示例区工作簿 · make a synthetic district's workbook")

    @OptionGroup var desk: DeskOptions

    @Option(help: "写到哪里 · where to write it")
    var out: String = "sample.xlsx"

    @Option(help: "随机种子：同样的种子，同样的区 · the same seed gives the same district")
    var seed: UInt64 = 2020

    @Option(help: "机构数 · how many bodies")
    var bodies: Int = 314

    @Flag(help: "埋入不能导入的错误行 · plant rows with errors")
    var faults = false

    func answer() throws {
        let least = SampleDistrict.leastBodies
        guard (least...100_000).contains(bodies) else {
            throw OfficeFailure(
                .input, "bad-size", zh: "机构数应在\(least)至100000之间。",
                en: "The number of bodies is from \(least) to 100,000.")
        }
        let sample = sampleDistrict(seed: seed, bodies: bodies, faults: faults)
        do { try sample.write(to: out) } catch { throw OfficeFailure(error) }
        print(
            desk.say(
                "已写入 \(out)：\(sample.name)（\(sample.code)），合成数据，机构\(sample.bodies)个，人员\(sample.people)名。",
                "Wrote \(out): \(sample.name) (\(sample.code)), synthetic, \(sample.bodies) bodies, \(sample.people) people."
            ))
    }
}
