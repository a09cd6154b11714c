// swift-tools-version: 6.1
import PackageDescription

// Imports only go down this list; within the domain they are the ones written here (docs/architecture.md).
let package = Package(
    name: "sanding",
    products: [.executable(name: "sanding", targets: ["sanding"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Ground
        .target(name: "Basics", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
        // The domain
        .target(
            name: "Registry",
            dependencies: ["Basics", .product(name: "HashTreeCollections", package: "swift-collections")]),
        .target(name: "Diagnosis", dependencies: ["Basics", "Registry"]),
        .target(name: "Reform", dependencies: ["Basics", "Registry", "Diagnosis"]),
        // Adapters
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(
            name: "Papers",
            dependencies: [
                "Basics", "Registry", "CZip", "CXlsxWriter", "CLibXML2", .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("Data")]),
        .target(
            name: "Storage",
            dependencies: [
                "Basics", "Registry", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        // What an official can do
        .target(
            name: "Office",
            dependencies: [
                "Basics", "Registry", "Diagnosis", "Reform", "Papers", "Storage",
                .product(name: "Yams", package: "Yams"),
            ]),
        // Front door
        .executableTarget(
            name: "sanding",
            dependencies: [
                "Basics", "Registry", "Diagnosis", "Reform", "Papers", "Storage", "Office",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
    ]
)
