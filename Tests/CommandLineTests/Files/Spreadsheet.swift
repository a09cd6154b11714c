/// A workbook of plain texts and numbers as XLSX.
struct Spreadsheet {
    /// The sheets, in order, each with its rows.
    var sheets: [(name: String, rows: [[String]])]

    /// The parts of the file.
    var zip: Zip {
        var zip = Zip()
        let numbers = sheets.indices.map { $0 + 1 }
        let package = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let types = numbers.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(package).worksheet+xml\"/>"
        }
        zip.store(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(package).sheet.main+xml\"/>"
                + types.joined() + "</Types>")
        zip.store("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")]))
        let list = listed(numbers)
        zip.store(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(Spreadsheet.namespace)\" xmlns:r=\"\(relations)\"><sheets>\(list)</sheets></workbook>")
        zip.store(
            "xl/_rels/workbook.xml.rels",
            relationships(numbers.map { ("rId\($0)", "worksheet", "worksheets/sheet\($0).xml") }))
        for (number, sheet) in numbered {
            zip.store("xl/worksheets/sheet\(number).xml", Spreadsheet.opening + rows(sheet) + Spreadsheet.closing)
        }
        return zip
    }

    /// The file.
    var bytes: [UInt8] { zip.bytes }

    /// How a sheet's part begins and ends.
    static let opening = "<worksheet xmlns=\"\(namespace)\"><sheetData>"
    static let closing = "</sheetData></worksheet>"
    private static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    private var numbered: [(Int, [[String]])] { sheets.enumerated().map { ($0.offset + 1, $0.element.rows) } }

    private func listed(_ numbers: [Int]) -> String {
        numbers.map { "<sheet name=\"\(sheets[$0 - 1].name)\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>" }.joined()
    }

    private func relationships(_ targets: [(id: String, type: String, target: String)]) -> String {
        let base = "http://schemas.openxmlformats.org"
        let written = targets.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(base)/officeDocument/2006/relationships/\($0.type)\" Target=\"\($0.target)\"/>"
        }
        return "<Relationships xmlns=\"\(base)/package/2006/relationships\">\(written.joined())</Relationships>"
    }

    /// Cells follow one another, so none needs its name; an empty one is written to keep its place.
    private func rows(_ rows: [[String]]) -> String {
        rows.map { row in
            let cells = row.map { text -> String in
                if text.isEmpty { return "<c/>" }
                if let number = Int(text), text.count < 10 { return "<c><v>\(number)</v></c>" }
                return "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
            return "<row>\(cells.joined())</row>"
        }.joined()
    }
}
