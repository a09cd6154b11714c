/// What of a cell style matters to a reader of cells.
struct CellStyle {
    /// Whether it shows numbers as dates.
    let isDate: Bool
    /// How many steps its text stands in from the left: the depth of a body in a list that is a tree.
    let indent: Int
}

/// The cell styles of a workbook.
func readStyles(
    _ part: String, in container: inout Container
) throws(UnreadableFile.Reason) -> [CellStyle] {
    let listener = StyleListener()
    try parseXML(part, in: &container, listener)
    return zip(listener.formats, listener.indents).map { number, indent in
        let isDate = listener.codes[number].map { isDateFormat(code: $0) } ?? isDateFormat(builtin: number)
        return CellStyle(isDate: isDate, indent: indent)
    }
}

private final class StyleListener: XMLListener {
    /// The number format of each cell style.
    var formats: [Int] = []
    /// The indent of each cell style.
    var indents: [Int] = []
    var codes: [Int: String] = [:]
    // Named styles and differential formats hold elements of the same names.
    private var section = Section.other

    private enum Section { case codes, cellStyles, other }

    override func started(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmts" {
            section = .codes
        } else if name == "cellXfs" {
            section = .cellStyles
        } else if name == "numFmt", section == .codes, let number = attributes.integer("numFmtId") {
            codes[number] = attributes.text("formatCode")
        } else if name == "xf", section == .cellStyles {
            formats.append(attributes.integer("numFmtId") ?? 0)
            indents.append(0)
        } else if name == "alignment", section == .cellStyles, let last = indents.indices.last {
            indents[last] = min(max(attributes.integer("indent") ?? 0, 0), 15)
        }
    }

    override func ended(_ name: XMLName) {
        if name == "numFmts" || name == "cellXfs" { section = .other }
    }
}
