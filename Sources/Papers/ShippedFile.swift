import Basics
import Foundation

/// A file that comes with the program and can't be read or doesn't say what it must: the installation is damaged.
package struct DamagedInstallation: Error, Hashable, Sendable {
    /// The file, by its place among the data that come with the program.
    package let file: String
    /// What is wrong with it.
    package let reason: Wording

    /// What to tell the person who looks after the machine.
    package var wording: Wording {
        Wording(
            zh: "程序自带的文件 \(file) 不能用：\(reason.zh)请重新安装程序。",
            en: "The file \(file), which comes with the program, can't be used: \(reason.en) Install the program again."
        )
    }
}

/// The text of a file that comes with the program.
func shippedText(_ file: String) throws(DamagedInstallation) -> String {
    let place = (Bundle.module.resourceURL ?? Bundle.module.bundleURL).appendingPathComponent("Data/\(file)")
    do { return try String(contentsOf: place, encoding: .utf8) } catch {
        throw DamagedInstallation(
            file: file, reason: Wording(zh: "文件缺失或读不出。", en: "it is missing or unreadable."))
    }
}
