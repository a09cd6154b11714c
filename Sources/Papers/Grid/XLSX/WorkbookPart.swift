/// What the main part of a workbook says: its sheets in the order of the tabs, and its calendar.
struct WorkbookPart {
    /// One tab.
    struct Tab {
        let name: String
        let relationship: String
        let hidden: Bool
    }

    var tabs: [Tab] = []
    var epoch = DateEpoch.of1900
}

/// Reads the main part.
func readWorkbookPart(
    _ part: String, in container: inout Container
) throws(UnreadableFile.Reason) -> WorkbookPart {
    let listener = WorkbookListener()
    try parseXML(part, in: &container, listener)
    guard listener.isWorkbook else { throw .damaged(detail: "\(part) holds no workbook") }
    return listener.found
}

private final class WorkbookListener: XMLListener {
    var found = WorkbookPart()
    var isWorkbook = false

    override func started(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "sheet", let title = attributes.text("name"), let relationship = attributes.text("id") {
            let state = attributes.text("state") ?? "visible"
            found.tabs.append(.init(name: title, relationship: relationship, hidden: state != "visible"))
        } else if name == "workbookPr", attributes.isTrue("date1904") {
            found.epoch = .of1904
        } else if name == "workbook" {
            isWorkbook = true
        }
    }
}
