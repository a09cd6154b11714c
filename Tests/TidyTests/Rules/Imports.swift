/// Imports go down the house, and only where `Package.swift` says so. The compiler's own check lets an import through
/// that comes with another one; this one doesn't.
enum Imports {
    /// Modules that come with the toolchain; `Foundation` is a matter of `BannedCalls`.
    static let toolchain: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Musl", "Darwin", "Synchronization",
        "Testing", "PackageDescription",
    ]

    /// Imports that the target doesn't declare, or declares against the order of the house.
    static func faults(in file: SourceFile, of manifest: Manifest) -> [Fault] {
        guard file.isSource || file.isTest else { return [] }
        guard let target = manifest.owner(of: file.path) else {
            return [Fault(file.path, nil, "belongs to no target of Package.swift")]
        }
        return file.code.imports.compactMap { module, line in
            if toolchain.contains(module) {
                return module == "Testing" && target.floor != .tests
                    ? Fault(file.path, line, "imports Testing outside Tests") : nil
            }
            guard target.dependencies.contains(module) else {
                return Fault(
                    file.path, line, "imports \(module), which \(target.name) doesn't declare in Package.swift")
            }
            return direction(from: target, to: module, in: manifest).map { Fault(file.path, line, $0) }
        }
    }

    /// Targets that stand on no floor, or declare what stands above or beside them.
    static func faults(in manifest: Manifest) -> [Fault] {
        manifest.targets.flatMap { target -> [Fault] in
            guard target.floor != nil else {
                return [
                    Fault(
                        "Package.swift", nil, "\(target.name) stands under no comment that names a floor of the house")
                ]
            }
            return target.dependencies.compactMap { module in
                direction(from: target, to: module, in: manifest).map { Fault("Package.swift", nil, $0) }
            }
        }
    }

    /// Dependencies that a target declares and none of its files imports.
    static func unused(in files: [SourceFile], of manifest: Manifest) -> [Fault] {
        manifest.targets.flatMap { target -> [Fault] in
            let imported = Set(
                files.filter { manifest.owner(of: $0.path)?.name == target.name }.flatMap {
                    $0.code.imports.map(\.module)
                })
            return target.dependencies.filter { !imported.contains($0) }.map {
                Fault("Package.swift", nil, "\(target.name) declares \($0) and never imports it")
            }
        }
    }

    /// Why a target may not see a module; nil when it may.
    private static func direction(from target: Manifest.Target, to module: String, in manifest: Manifest) -> String? {
        guard let other = manifest.target(module), let above = target.floor, let below = other.floor else { return nil }
        if other.kind == .test || (other.kind == .program && target.kind != .test) {
            return "\(target.name) imports \(module), which nothing may import"
        }
        let places = [target.name, module].map { name in manifest.targets.firstIndex { $0.name == name } ?? 0 }
        if above < below || (above == below && places[0] <= places[1]) {
            return "\(target.name) imports \(module), which stands above it"
        }
        let mayGoSideways = above == .domain || above == .tests || other.kind == .system
        return above == below && !mayGoSideways ? "\(target.name) imports \(module), which stands beside it" : nil
    }
}
