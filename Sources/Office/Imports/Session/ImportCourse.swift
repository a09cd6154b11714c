import Basics
import Papers

/// What a workbook means for a register (导入方式).
package enum ImportCourse: Hashable, Sendable {
    /// It opens the register, or adds to the baseline.
    case opening
    /// It comes after the baseline: differences are shown, and confirmed one by one or in groups.
    case reconciling
    /// The same file opened the register at this position already, and nothing was mended in it.
    case known(position: Int)
}

extension Desk {
    /// A workbook that lists bodies the register has already, or comes after the baseline, is a later one.
    package func isLater(_ book: DistrictBook) -> Bool {
        let register = register
        return history.entries.contains { $0.act.basis != .opening }
            || book.bodies.contains { register.institution(named: $0.name) != nil }
    }

    /// What an import means for the register; nil while nothing can be made of its workbook.
    package func course(of session: ImportSession) -> ImportCourse? {
        guard let book = session.book else { return nil }
        if session.mended.isEmpty, let position = position(ofFile: session.file),
            history.entries[position - 1].act.basis == .opening
        {
            return .known(position: position)
        }
        return isLater(book) ? .reconciling : .opening
    }
}
