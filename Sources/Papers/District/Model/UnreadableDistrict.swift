import Basics

/// Why nothing can be made of a workbook.
package struct UnreadableDistrict: Error, Hashable, Sendable {
    /// What stands in the way.
    package let reason: Reason

    /// What stands in the way.
    package enum Reason: Hashable, Sendable {
        /// No sheet has a row of known column headers; the names of the sheets looked at.
        case noHeader(sheets: [String])
        /// Tables were found, but none with a body in it; hidden sheets that were left out.
        case noBodies(hidden: [String])
        /// Two sheets give different values for the same rows: sheet and cell of each, and what they say.
        case contradictingSheets(first: Place, second: Place, subject: String, differences: Int)
        /// The mapping file is no YAML of the expected shape.
        case badMapping(detail: String)
        /// Whoever asked for it stopped the reading.
        case stopped
        /// A vocabulary file is no YAML of the expected shape.
        case badVocabulary(file: String, detail: String)
    }

    /// A cell and what it says.
    package struct Place: Hashable, Sendable {
        /// The sheet.
        package let sheet: String
        /// The cell, `C12`.
        package let cell: String
        /// What it says; an identity number is masked.
        package let read: String
    }

    /// A stable word.
    package var code: String {
        switch reason {
        case .noHeader: "district.no-header"
        case .noBodies: "district.no-bodies"
        case .contradictingSheets: "district.contradicting-sheets"
        case .badMapping: "district.bad-mapping"
        case .stopped: "district.stopped"
        case .badVocabulary: "district.bad-vocabulary"
        }
    }

    /// What happened, where, and what to do.
    package var wording: Wording {
        switch reason {
        case .noHeader(let sheets):
            Wording(
                zh: "在工作表\(quoted(sheets))的前\(headerDepth)行里都没有找到可识别的表头（例如“机构名称”“核定编制数”）。"
                    + "请补上表头行，或用映射文件指明哪个工作表是什么、表头在第几行、各列是什么。",
                en: "No row of known column headers was found in the first \(headerDepth) rows of \(quoted(sheets)). "
                    + "Add a header row, or say in a mapping file what each sheet and column is.")
        case .noBodies(let hidden):
            Wording(
                zh: "找到了表格，但没有一行机构。"
                    + (hidden.isEmpty ? "请确认机构一览表在文件里。" : "隐藏的工作表\(quoted(hidden))没有读取；如机构表在其中，请取消隐藏或在映射文件里写明。"),
                en: "Tables were found, but not one body. "
                    + (hidden.isEmpty
                        ? "Check that the list of bodies is in the file."
                        : "Hidden sheets \(quoted(hidden)) were left out; unhide the list of bodies or map it."))
        case .contradictingSheets(let first, let second, let subject, let differences):
            Wording(
                zh: "工作表“\(first.sheet)”和“\(second.sheet)”登记的是同一批对象，但有\(differences)处不一致，无法判断以哪个为准。例如“\(subject)”："
                    + "\(first.sheet)!\(first.cell)是“\(first.read)”，\(second.sheet)!\(second.cell)是“\(second.read)”。请删去其中一个，或在映射文件里把它设为 ignore。",
                en:
                    "Sheets “\(first.sheet)” and “\(second.sheet)” list the same things with \(differences) differing values, "
                    + "so neither can be believed. For example “\(subject)”: \(first.sheet)!\(first.cell) says “\(first.read)”, "
                    + "\(second.sheet)!\(second.cell) says “\(second.read)”. Delete one of them, or set it to ignore in a mapping file."
            )
        case .badMapping(let detail):
            Wording(zh: "映射文件无法读取：\(detail)。", en: "The mapping file cannot be read: \(detail).")
        case .stopped: Wording(zh: "识别已按要求停止。", en: "Recognition was stopped, as you asked.")
        case .badVocabulary(let file, let detail):
            Wording(zh: "词表 \(file) 无法读取：\(detail)。", en: "The vocabulary \(file) cannot be read: \(detail).")
        }
    }
}

/// The names in Chinese quotation marks.
func quoted(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: "、") }
