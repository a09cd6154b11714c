/// What is run by name runs everywhere, stops at the first error and speaks without colours.
enum Scripts {
    /// What is wrong with a script; nothing for other files.
    static func faults(in file: SourceFile, isRunnable: Bool) -> [Fault] {
        guard file.path.hasPrefix("script/") || file.path.hasPrefix(".ci/") else { return [] }
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
