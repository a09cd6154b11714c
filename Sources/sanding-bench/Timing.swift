import Foundation

/// Durations of one piece of work over several runs, in milliseconds.
struct Timing {
    private let sorted: [Double]

    /// Runs the work so many times and keeps how long each run took.
    init(runs: Int, _ work: (Int) throws -> Void) rethrows {
        let clock = ContinuousClock()
        var durations: [Double] = []
        for run in 0..<runs {
            let start = clock.now
            try work(run)
            let (seconds, attoseconds) = (clock.now - start).components
            durations.append(Double(seconds) * 1000 + Double(attoseconds) / 1e15)
        }
        sorted = durations.sorted()
    }

    var minimum: Double { sorted.first ?? 0 }
    var median: Double { sorted[sorted.count / 2] }
    var percentile99: Double { sorted[min(sorted.count - 1, sorted.count * 99 / 100)] }

    /// The figures on one line.
    var line: String {
        func figure(_ value: Double) -> String { String(format: value < 10 ? "%.2f" : "%.0f", value) }
        return
            "min \(figure(minimum)) ms, median \(figure(median)) ms, p99 \(figure(percentile99)) ms, \(sorted.count) runs"
    }
}

/// Resident memory of this process in MiB, as the kernel counts it.
func residentMemory() -> Double { memory("VmRSS:") }

/// The most memory that was ever resident in this process in MiB, as the kernel counts it.
func peakMemory() -> Double { memory("VmHWM:") }

private func memory(_ figure: String) -> Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    let line = status.split(separator: "\n").first { $0.hasPrefix(figure) }
    let kilobytes = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) }
    return (kilobytes ?? 0) / 1024
}

/// What machine this is, in one line.
func machine() -> String {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }?
        .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    return "\(model ?? "unknown processor"), \(ProcessInfo.processInfo.activeProcessorCount) cores, "
        + "\(ProcessInfo.processInfo.physicalMemory / 1_073_741_824) GiB"
}
