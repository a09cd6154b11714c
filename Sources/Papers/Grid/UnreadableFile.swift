/// Why a workbook could not be read, with the name of the file for the message.
package struct UnreadableFile: Error, Sendable, Hashable {
    /// The file's name without folders.
    package let file: String
    /// What stands in the way.
    package let reason: Reason

    /// An obstacle met in a file.
    package init(file: String, reason: Reason) {
        self.file = file
        self.reason = reason
    }

    /// What stands in the way of reading.
    package enum Reason: Error, Sendable, Hashable {
        /// No file of that name.
        case notFound
        /// The file's permissions forbid reading.
        case notPermitted
        /// A folder.
        case isDirectory
        /// A device, pipe or socket.
        case notRegular
        /// No bytes in it.
        case empty
        /// The container or a part of it breaks its own rules; the detail names the part, in English.
        case damaged(detail: String)
        /// Locked with a password.
        case encrypted
        /// The binary format of Excel 97-2003.
        case oldFormat
        /// A file of another kind.
        case notWorkbook(Foreign)
        /// A measure goes beyond its limit.
        case tooLarge(Measure, limit: Int)
        /// A part unpacks to far more than a workbook would: made to exhaust memory.
        case bomb
        /// More rows than the limit.
        case tooManyRows(sheet: String, count: Int, limit: Int)
        /// More columns than the limit.
        case tooManyColumns(sheet: String, count: Int, limit: Int)
        /// Text that is neither UTF-8 nor GB 18030 from this zero-based byte on.
        case unknownEncoding(offset: Int)
        /// A container of the right kind without a sheet of cells.
        case noSheets
        /// Whoever asked for it stopped the reading.
        case stopped
        /// The operating system refused, with its number (errno).
        case systemError(Int32)
    }

    /// A kind of file that is no workbook, recognised by its first bytes or parts.
    package enum Foreign: String, Sendable, Hashable {
        /// A web page saved under the name of a workbook, as some systems export.
        case html
        /// XML Spreadsheet 2003, or other XML.
        case xml
        /// Portable Document Format.
        case pdf
        /// A text document of Office (DOCX, DOC, PPTX).
        case document
        /// Excel's binary workbook (XLSB).
        case xlsb
        /// OpenDocument (ODS).
        case openDocument
        /// A zip archive of something else.
        case archive
        /// Bytes that are no text.
        case binary
    }

    /// A measure that has a limit.
    package enum Measure: String, Sendable, Hashable {
        /// Bytes of the file.
        case fileBytes
        /// Bytes unpacked.
        case unpackedBytes
        /// Entries of the container.
        case entries
        /// Sheets.
        case sheets
        /// Stored cells.
        case cells
        /// Merged rectangles of a sheet.
        case merges
    }

    /// A stable name for logs, tests and interfaces.
    package var code: String {
        switch reason {
        case .notFound: "file.not-found"
        case .notPermitted: "file.not-permitted"
        case .isDirectory: "file.is-directory"
        case .notRegular: "file.not-regular"
        case .empty: "file.empty"
        case .damaged: "file.damaged"
        case .encrypted: "file.encrypted"
        case .oldFormat: "file.old-format"
        case .notWorkbook: "file.not-workbook"
        case .tooLarge: "file.too-large"
        case .bomb: "file.bomb"
        case .tooManyRows: "file.too-many-rows"
        case .tooManyColumns: "file.too-many-columns"
        case .unknownEncoding: "file.unknown-encoding"
        case .noSheets: "file.no-sheets"
        case .stopped: "file.stopped"
        case .systemError: "file.system-error"
        }
    }
}
