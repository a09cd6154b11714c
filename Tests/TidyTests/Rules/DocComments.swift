/// What other targets can see says what it is, and nothing is seen outside the package.
enum DocComments {
    /// Exposed declarations without a `///` sentence, and `public` ones.
    static func faults(in file: SourceFile) -> [Fault] {
        guard file.isSource else { return [] }
        let code = file.code
        var faults: [Fault] = []
        for declaration in code.declarations where declaration.isExposed {
            if code.lines[declaration.line - 1].mentions("public") {
                faults.append(Fault(file.path, declaration.line, "public \(declaration.name): package is enough"))
            }
            if !isDocumented(declaration, in: code) {
                let what = "\(declaration.keyword) \(declaration.name)"
                faults.append(Fault(file.path, declaration.line, "\(what): say above it in a /// sentence what it is"))
            }
        }
        return faults
    }

    private static func isDocumented(_ declaration: Declaration, in code: Code) -> Bool {
        // A case that gives the key it has in a file says itself what it is.
        if declaration.keyword == "case", code.raw[declaration.line - 1].contains(" = \"") { return true }
        var index = declaration.line - 2
        while index >= 0 {
            let line = code.raw[index].drop { $0.isWhitespace }
            if line.hasPrefix("///") || line.hasSuffix("*/") { return true }
            guard line.hasPrefix("@") || line.hasPrefix("// swift-format-ignore") || line.hasPrefix("#if") else {
                return false
            }
            index -= 1
        }
        return false
    }
}
