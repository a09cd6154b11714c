import Yams

/// How a workbook is read: what each sheet and column is, and which words stand for what. Written out after reading,
/// it can be mended by a clerk and given back; then it holds over everything recognised.
package struct BookMapping: Codable, Hashable, Sendable {
    /// One entry a table; a sheet with two tables has two.
    package var sheets: [SheetMapping] = []
    /// Values by pick list (`type`, `rank`, `category`, `funding`, `kind`, `position`, `status`, `role`, `stage`,
    /// `leadershipSystem`, `partyOrganisation`, `sex`, `yesNo`): as written → the value's key in `values.yaml`.
    package var values: [String: [String: String]] = [:]
    /// Names as written → the name in the table of bodies.
    package var names: [String: String] = [:]

    /// A mapping that says nothing.
    package init() {}

    private enum CodingKeys: String, CodingKey { case sheets, values, names }

    /// Every part may be left out.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        sheets = try container.decodeIfPresent([SheetMapping].self, forKey: .sheets) ?? []
        values = try container.decodeIfPresent([String: [String: String]].self, forKey: .values) ?? [:]
        names = try container.decodeIfPresent([String: String].self, forKey: .names) ?? [:]
    }

    /// Reads what `yaml()` wrote, or a part of it.
    package init(yaml: String) throws(UnreadableDistrict) {
        do {
            self = try YAMLDecoder().decode(BookMapping.self, from: yaml)
        } catch {
            throw UnreadableDistrict(reason: .badMapping(detail: "\(error)"))
        }
    }
}

/// What one table of a sheet is.
package struct SheetMapping: Codable, Hashable, Sendable {
    /// The sheet's name.
    package var sheet: String
    /// What its rows are about; `ignore` leaves the sheet out.
    package var meaning: Meaning
    /// First and last row of the header, counted from 1; left out, the header is searched for.
    package var headerRows: [Int]?
    /// Columns; those left out are recognised.
    package var columns: [ColumnMapping]

    /// What a sheet is.
    package init(sheet: String, meaning: Meaning, headerRows: [Int]? = nil, columns: [ColumnMapping] = []) {
        self.sheet = sheet
        self.meaning = meaning
        self.headerRows = headerRows
        self.columns = columns
    }

    private enum CodingKeys: String, CodingKey { case sheet, meaning, headerRows, columns }

    /// Header rows and columns may be left out.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        sheet = try container.decode(String.self, forKey: .sheet)
        meaning = try container.decode(Meaning.self, forKey: .meaning)
        headerRows = try container.decodeIfPresent([Int].self, forKey: .headerRows)
        columns = try container.decodeIfPresent([ColumnMapping].self, forKey: .columns) ?? []
    }
}

/// What one column is.
package struct ColumnMapping: Codable, Hashable, Sendable {
    /// Its letters, `K`; left out, it is found by its header.
    package var column: String?
    /// Its header, lines joined by `/`.
    package var header: String?
    /// The field's key in `headers.yaml`, such as `heads.administrative`; `ignore` leaves the column out.
    package var field: String
    /// How it was recognised, for the reader: `header`, `part`, `content`, `mapping`, `remembered`,
    /// `actual` or `unknown`.
    package var how: String?

    /// What a column is.
    package init(column: String? = nil, header: String? = nil, field: String, how: String? = nil) {
        self.column = column
        self.header = header
        self.field = field
        self.how = how
    }
}
