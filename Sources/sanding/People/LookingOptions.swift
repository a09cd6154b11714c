import ArgumentParser
import Office

/// Who looks at personal data, and for what: asked for whenever some are shown.
struct LookingOptions: ParsableArguments {
    @Option(name: .customLong("by"), help: "查询个人信息的人 · who looks at personal data")
    var looker: String?

    @Option(name: .customLong("for"), help: "查询用途，记入记录，不写姓名证件号 · for what, on record; no names or numbers")
    var use: String?

    /// For what.
    var purpose: String { use ?? "" }

    /// Throws unless both are given.
    func require() throws {
        guard let looker, !looker.isEmpty, let use, !use.isEmpty else {
            throw OfficeFailure(
                .input, "purpose-missing", zh: "查看个人信息须写明查询人（--by）和用途（--for），并记入查询记录。",
                en: "To look at personal data, say who looks (--by) and for what (--for); it is put on record.")
        }
    }

    /// Who looks.
    var visitor: Visitor { .atTerminal(naming: looker) }
}
