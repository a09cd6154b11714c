import Basics

/// Why a file could not be written. What stood at its place before is untouched.
package struct UnwritableFile: Error, Sendable, Hashable {
    /// The file's name without folders.
    package let file: String
    /// What stands in the way.
    package let reason: Reason

    /// An obstacle met in writing a file.
    package init(file: String, reason: Reason) {
        self.file = file
        self.reason = reason
    }

    /// What stands in the way of writing.
    package enum Reason: Error, Sendable, Hashable {
        /// No sheet given.
        case noSheets
        /// A name Excel does not take, or one given twice.
        case badSheetName(String)
        /// A text beyond 32,767 characters in a cell named as in a spreadsheet.
        case textTooLong(sheet: String, cell: String)
        /// A number that is not finite.
        case badNumber(sheet: String, cell: String)
        /// A merged rectangle that overlaps another or leaves the sheet, by its top left cell.
        case badMerge(sheet: String, cell: String)
        /// More rows or columns than a sheet has (1,048,576 and 16,384).
        case sheetFull(sheet: String)
        /// The folder does not exist.
        case noFolder
        /// A folder stands at the place.
        case isDirectory
        /// Permissions forbid writing.
        case notPermitted
        /// The disk is full.
        case diskFull
        /// The operating system refused, with its number (errno).
        case systemError(Int32)
        /// The library that writes workbooks refused, with its number (lxw_error).
        case writerError(UInt32)
    }

    /// A stable name for logs, tests and interfaces.
    package var code: String {
        switch reason {
        case .noSheets: "output.no-sheets"
        case .badSheetName: "output.bad-sheet-name"
        case .textTooLong: "output.text-too-long"
        case .badNumber: "output.bad-number"
        case .badMerge: "output.bad-merge"
        case .sheetFull: "output.sheet-full"
        case .noFolder: "output.no-folder"
        case .isDirectory: "output.is-directory"
        case .notPermitted: "output.not-permitted"
        case .diskFull: "output.disk-full"
        case .systemError: "output.system-error"
        case .writerError: "output.writer-error"
        }
    }

    /// What happened, where, why, and what to do about it.
    package var wording: Wording {
        let told = told
        return Wording(zh: "文件“\(file)”未能写出：\(told.zh)", en: "“\(file)” was not written: \(told.en)")
    }

    private var told: Wording {
        switch reason {
        case .noSheets: Wording(zh: "没有可写的工作表。", en: "there is no sheet to write.")
        case .badSheetName(let name):
            Wording(
                zh: "工作表名“\(name)”无效或重复。名称须为 1 至 31 个字符，且不含 [ ] : * ? / \\。",
                en: "the sheet name “\(name)” is not valid or stands twice. "
                    + "A name has 1 to 31 characters without [ ] : * ? / \\.")
        case .textTooLong(let sheet, let cell):
            Wording(
                zh: "工作表“\(sheet)”单元格 \(cell) 的文字超过 32,767 个字符，请缩短。",
                en: "the text of cell \(cell) in sheet “\(sheet)” is longer than 32,767 characters. Shorten it.")
        case .badNumber(let sheet, let cell):
            Wording(
                zh: "工作表“\(sheet)”单元格 \(cell) 的数值不是有限数。",
                en: "the number of cell \(cell) in sheet “\(sheet)” is not finite.")
        case .badMerge(let sheet, let cell):
            Wording(
                zh: "工作表“\(sheet)”从 \(cell) 起的合并区域与其他合并区域重叠或越界。",
                en: "the merged cells from \(cell) on in sheet “\(sheet)” overlap others or leave the sheet.")
        case .sheetFull(let sheet):
            Wording(
                zh: "工作表“\(sheet)”超过 1,048,576 行或 16,384 列，请拆分。",
                en: "sheet “\(sheet)” has more than 1,048,576 rows or 16,384 columns. Split it.")
        case .noFolder: Wording(zh: "目标文件夹不存在，请先创建。", en: "the folder does not exist. Create it first.")
        case .isDirectory: Wording(zh: "该位置是文件夹，请换一个文件名。", en: "a folder stands at that place. Choose another name.")
        case .notPermitted:
            Wording(
                zh: "没有写入权限，请换一个位置或调整权限。",
                en: "writing is not permitted. Choose another place or change the permissions.")
        case .diskFull: Wording(zh: "磁盘空间不足，请清理后重试。", en: "the disk is full. Free some space and try again.")
        case .systemError(let number): Wording(zh: "系统错误 \(number)。", en: "system error \(number).")
        case .writerError(let number): Wording(zh: "写出组件错误 \(number)。", en: "error \(number) of the workbook writer.")
        }
    }
}
