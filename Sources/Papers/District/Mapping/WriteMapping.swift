extension BookMapping {
    /// The mapping as YAML with comments, for a clerk to mend and give back.
    package func yaml() -> String {
        var lines = [
            "# 本文件记录导入时识别的结果；改正后再次导入即按本文件执行。",
            "# What was recognised when the workbook was read. Mend it and give it back; it then holds over everything.",
            "# meaning: bodies 机构, people 人员, duties 职责, matters 事项, ignore 不读取",
            "# field: 见词表 headers.yaml 的键；ignore 不读取 (the keys of headers.yaml; ignore leaves a column out)",
            "sheets:",
        ]
        for entry in sheets {
            lines.append("  - sheet: \(scalar(entry.sheet))")
            lines.append("    meaning: \(entry.meaning.rawValue)")
            if let rows = entry.headerRows {
                lines.append("    headerRows: [\(rows.map(String.init).joined(separator: ", "))]")
            }
            if entry.columns.isEmpty { continue }
            lines.append("    columns:")
            for column in entry.columns {
                var parts: [String] = []
                if let letters = column.column { parts.append("column: \(scalar(letters))") }
                if let header = column.header { parts.append("header: \(scalar(header))") }
                parts.append("field: \(scalar(column.field))")
                if let how = column.how { parts.append("how: \(how)") }
                lines.append("      - { \(parts.joined(separator: ", ")) }")
            }
        }
        if sheets.isEmpty { lines[lines.count - 1] = "sheets: []" }
        lines.append("# 取值 (list → as written → key of values.yaml): values: { rank: { \"正科（实职）\": zhengke } }")
        lines.append(values.isEmpty ? "values: {}" : "values:")
        for (list, words) in values.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(scalar(list)):")
            for (word, key) in words.sorted(by: { $0.key < $1.key }) {
                lines.append("    \(scalar(word)): \(scalar(key))")
            }
        }
        lines.append("# 名称 (as written → name in the table of bodies): names: { \"市监局\": \"某区市场监督管理局\" }")
        lines.append(names.isEmpty ? "names: {}" : "names:")
        for (written, name) in names.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(scalar(written)): \(scalar(name))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text in double quotes, so that no text is taken for anything else.
    private func scalar(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0xFEFF {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
