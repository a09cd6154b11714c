/// What is run by name runs everywhere, stops at the first error and speaks without colours. What such a script calls
/// stands in a folder beside it; of that, Python says first how it is used.
enum Scripts {
    /// What is wrong with a script; nothing for other files.
    static func faults(in file: SourceFile, isRunnable: Bool) -> [Fault] {
        guard file.path.hasPrefix("script/") || file.path.hasPrefix(".ci/") else { return [] }
        if file.path.hasSuffix(".py") {
            let isTold = file.text.hasPrefix("\"\"\"") && file.text.contains("\nusage: ")
            let isBeside = file.parts.count > 2
            return [
                isTold ? nil : Fault(file.path, 1, "begins without how it is used"),
                isBeside ? nil : Fault(file.path, nil, "is not run by name: put it in a folder of script/"),
            ].compactMap(\.self)
        }
        guard file.parts.count == 2 else { return [] }
        var faults: [Fault] = []
        if !isRunnable { faults.append(Fault(file.path, nil, "has no run bit")) }
        if !file.text.hasPrefix("#!/usr/bin/env bash\n") {
            faults.append(Fault(file.path, 1, "begins without #!/usr/bin/env bash"))
        }
        if !file.text.contains("\nset -euo pipefail\n") {
            faults.append(Fault(file.path, nil, "goes on after an error: set -euo pipefail"))
        }
        for colour in [#"\033["#, #"\e["#, #"\x1b["#, "tput"] where file.text.contains(colour) {
            faults.append(Fault(file.path, nil, "colours its output with \(colour)"))
        }
        return faults
    }
}
