import Basics
import CXlsxWriter
import Glibc

/// The moment of creation written where none is given: the same sheets then give the same bytes.
package let undatedCreation = Instant(milliseconds: 946_684_800_000)

/// Writes an XLSX workbook in one step: a failure leaves what stood at the path. `created` is stored in the document's
/// properties, to the second; the same sheets and moment give the same bytes.
package func writeWorkbook(
    _ sheets: [OutputSheet], to path: String, created: Instant = undatedCreation
) throws(UnwritableFile) {
    do throws(UnwritableFile.Reason) {
        try replaceFile(at: path) { (temporary) throws(UnwritableFile.Reason) in
            try assemble(sheets, at: temporary, created)
        }
    } catch {
        throw UnwritableFile(file: fileName(path), reason: error)
    }
}

/// An XLSX workbook in memory, as for a download called `name`.
package func workbookBytes(
    _ sheets: [OutputSheet], named name: String = "workbook.xlsx", created: Instant = undatedCreation
) throws(UnwritableFile) -> [UInt8] {
    do throws(UnwritableFile.Reason) {
        // The writer wants a path. This file has no name in any folder, only this one, and is gone once closed.
        guard let file = tmpfile() else { throw systemReason(errno) }
        defer { fclose(file) }
        let path = "/proc/self/fd/\(fileno(file))"
        try assemble(sheets, at: path, created)
        do throws(UnreadableFile) {
            return try loadBytes(at: path, limit: .max)
        } catch {
            throw .systemError(EIO)
        }
    } catch {
        throw UnwritableFile(file: name, reason: error)
    }
}

private func assemble(
    _ sheets: [OutputSheet], at path: String, _ created: Instant
) throws(UnwritableFile.Reason) {
    guard !sheets.isEmpty else { throw .noSheets }
    guard let workbook = workbook_new(path) else { throw .systemError(ENOMEM) }
    do throws(UnwritableFile.Reason) {
        var properties = lxw_doc_properties()
        // 0 would mean the present moment to the writer.
        let seconds = Int(created.milliseconds / 1000)
        properties.created = seconds == 0 ? 1 : seconds
        workbook_set_properties(workbook, &properties)
        let formats = Formats(workbook)
        for sheet in sheets {
            try SheetWriter(sheet, in: workbook, formats).write()
        }
    } catch {
        lxw_workbook_free(workbook)
        throw error
    }
    let status = workbook_close(workbook)
    guard status == LXW_NO_ERROR else {
        throw errno == ENOSPC || errno == EDQUOT ? .diskFull : .writerError(status.rawValue)
    }
}
