import Basics

extension UnreadableFile {
    /// What happened, where, why, and what to do about it.
    package var wording: Wording {
        let told = told
        return Wording(zh: "文件“\(file)”\(told.zh)", en: "“\(file)” \(told.en)")
    }

    private var told: Wording {
        switch reason {
        case .notFound:
            Wording(zh: "不存在。请核对路径和文件名。", en: "does not exist. Check the path and the name.")
        case .notPermitted:
            Wording(zh: "没有读取权限。请调整文件权限后重试。", en: "may not be read. Change its permissions and try again.")
        case .isDirectory:
            Wording(zh: "是文件夹。请指定其中的一个表格文件。", en: "is a folder. Name a workbook inside it.")
        case .notRegular:
            Wording(
                zh: "不是普通文件，不能读取。请指定 .xlsx 或 .csv 文件。",
                en: "is not a regular file. Name an .xlsx or .csv file.")
        case .empty:
            Wording(
                zh: "是空文件（0 字节），可能没有保存或传输完。请重新导出或上传。",
                en: "is empty (0 bytes); it may not have been saved or sent completely. Export or upload it again.")
        case .damaged(let detail):
            Wording(
                zh: "已损坏，无法读取（\(detail)）。请用 Excel 或 WPS 打开并另存为 .xlsx，或重新传输。",
                en: "is damaged and cannot be read (\(detail)). "
                    + "Open it in Excel or WPS and save it as .xlsx, or send it again.")
        case .encrypted:
            Wording(
                zh: "设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码后重新保存。",
                en: "is locked with a password. Remove the password in Excel or WPS and save it again.")
        case .oldFormat:
            Wording(
                zh: "是 Excel 97-2003 的旧格式（.xls）。请用 Excel 或 WPS 另存为 .xlsx。",
                en: "is in the old format of Excel 97-2003 (.xls). Save it as .xlsx in Excel or WPS.")
        case .notWorkbook(let foreign):
            Wording(
                zh: "不是表格文件，而是\(foreign.name.zh)。请提供 .xlsx 或 .csv 文件；能用 Excel 或 WPS 打开的，另存为 .xlsx 即可。",
                en: "is not a workbook but \(foreign.name.en). "
                    + "Give an .xlsx or .csv file; what Excel or WPS can open, save as .xlsx.")
        case .tooLarge(let measure, let limit):
            Wording(
                zh: "过大：\(measure.name.zh)超过上限 \(grouped(limit))。请拆分后分别导入。",
                en: "is too large: more than \(grouped(limit)) \(measure.name.en). Split it and import the parts.")
        case .bomb:
            Wording(
                zh: "解压后异常膨胀，疑似恶意构造，已停止读取。请核实文件来源，或用 Excel 另存后重试。",
                en: "unpacks to far more than a workbook would, as files made to do harm do; reading was stopped. "
                    + "Check where it comes from, or save it anew in Excel.")
        case .tooManyRows(let sheet, let count, let limit):
            Wording(
                zh: "的工作表“\(sheet)”有 \(grouped(count)) 行，超过上限 \(grouped(limit)) 行。请拆分后分别导入。",
                en: "has \(grouped(count)) rows in sheet “\(sheet)”; the limit is \(grouped(limit)). "
                    + "Split it and import the parts.")
        case .tooManyColumns(let sheet, let count, let limit):
            Wording(
                zh: "的工作表“\(sheet)”有 \(grouped(count)) 列，超过上限 \(grouped(limit)) 列。请检查是否行列颠倒，删去多余的列后重试。",
                en: "has \(grouped(count)) columns in sheet “\(sheet)”; the limit is \(grouped(limit)). "
                    + "Check that rows and columns are not exchanged, and delete columns that are not needed.")
        case .unknownEncoding(let offset):
            Wording(
                zh: "的文字编码无法识别：自第 \(grouped(offset + 1)) 个字节起既不是 UTF-8 也不是 GB 18030。请另存为“CSV UTF-8”。",
                en:
                    "has text in no known encoding: from byte \(grouped(offset + 1)) on it is neither UTF-8 nor GB 18030. "
                    + "Save it as “CSV UTF-8”.")
        case .noSheets:
            Wording(
                zh: "中没有可读取的工作表。请确认数据在普通工作表中，而不是图表工作表。",
                en: "has no sheet of cells. Check that the data is on an ordinary sheet, not on a chart sheet.")
        case .stopped: Wording(zh: "的读取已按要求停止。", en: "is no longer being read, as you asked.")
        case .systemError(let number):
            Wording(
                zh: "读取失败（系统错误 \(number)）。请检查磁盘或网络位置后重试。",
                en: "could not be read (system error \(number)). Check the disk or the network place and try again.")
        }
    }
}

extension UnreadableFile.Foreign {
    fileprivate var name: (zh: String, en: String) {
        switch self {
        case .html: ("网页（HTML）", "a web page (HTML)")
        case .xml: ("XML 文件", "an XML file")
        case .pdf: ("PDF 文件", "a PDF file")
        case .document: ("Office 文档（Word 或 PowerPoint）", "an Office document (Word or PowerPoint)")
        case .xlsb: ("Excel 二进制工作簿（.xlsb）", "a binary Excel workbook (.xlsb)")
        case .openDocument: ("OpenDocument 文件（.ods）", "an OpenDocument file (.ods)")
        case .archive: ("压缩包", "an archive")
        case .binary: ("无法识别的二进制文件", "a binary file of unknown kind")
        }
    }
}

extension UnreadableFile.Measure {
    fileprivate var name: (zh: String, en: String) {
        switch self {
        case .fileBytes: ("文件字节数", "bytes")
        case .unpackedBytes: ("解压后字节数", "bytes when unpacked")
        case .entries: ("压缩包内文件数", "entries in its container")
        case .sheets: ("工作表数", "sheets")
        case .cells: ("单元格数", "cells")
        case .merges: ("合并单元格数", "merged rectangles on one sheet")
        }
    }
}

/// Digits in groups of three, because a limit of ten million is misread without them.
private func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
        text.append(digit)
    }
    return text
}
