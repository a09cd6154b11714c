/// For each cell style of a workbook, whether it shows a date.
func readDateStyles(
    _ part: String, in container: inout Container
) throws(UnreadableFile.Reason) -> [Bool] {
    let listener = StyleListener()
    try parseXML(part, in: &container, listener)
    return listener.formats.map { number in
        listener.codes[number].map { isDateFormat(code: $0) } ?? isDateFormat(builtin: number)
    }
}

private final class StyleListener: XMLListener {
    /// The number format of each cell style.
    var formats: [Int] = []
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
        }
    }

    override func ended(_ name: XMLName) {
        if name == "numFmts" || name == "cellXfs" { section = .other }
    }
}
