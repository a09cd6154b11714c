/// Files and functions that have grown long: worth a look, no wall.
enum Lengths {
    static let linesOfAFile = 400
    static let linesOfAFunction = 80

    /// What has grown beyond the measure.
    static func warnings(in file: SourceFile) -> [Fault] {
        guard file.isSource || file.isTest else { return [] }
        let code = file.code
        var warnings: [Fault] = []
        if code.raw.count > linesOfAFile {
            warnings.append(Fault(file.path, nil, "\(code.raw.count) lines in one file"))
        }
        for declaration in code.declarations where declaration.isFunction && !declaration.isLocal {
            let length = declaration.lastLine - declaration.line + 1
            if length > linesOfAFunction {
                warnings.append(Fault(file.path, declaration.line, "\(declaration.name) has \(length) lines"))
            }
        }
        return warnings
    }
}
