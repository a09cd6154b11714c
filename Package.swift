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
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Ground
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(
            name: "Basics", dependencies: ["COpenSSL", .product(name: "Crypto", package: "swift-crypto")],
            exclude: ["README.md"]),
        .target(name: "HTML", exclude: ["README.md"]),
        // The domain
        .target(
            name: "Registry",
            dependencies: ["Basics", .product(name: "HashTreeCollections", package: "swift-collections")],
            exclude: ["README.md"]),
        .target(
            name: "Accounts",
            dependencies: [
                "Basics", "Registry", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            exclude: ["README.md"]),
        .target(name: "Overlap", dependencies: ["Basics"], exclude: ["README.md"]),
        .target(name: "Search", dependencies: ["Basics"], exclude: ["README.md"]),
        .target(name: "Norms", dependencies: ["Basics", "Registry"], exclude: ["README.md"]),
        .target(name: "Procedure", dependencies: ["Basics", "Registry", "Norms"], exclude: ["README.md"]),
        .target(name: "Diagnosis", dependencies: ["Basics", "Overlap", "Registry", "Norms"], exclude: ["README.md"]),
        .target(name: "Reform", dependencies: ["Basics", "Registry", "Norms", "Diagnosis"], exclude: ["README.md"]),
        .target(name: "Consolidation", dependencies: ["Basics"], exclude: ["README.md"]),
        // Adapters
        .systemLibrary(name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev", "coinor-libclp-dev"])]),
        .target(name: "Solver", dependencies: ["Consolidation", "CCbc"], exclude: ["README.md"]),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(
            name: "Papers",
            dependencies: [
                "Basics", "Overlap", "Registry", "Norms", "Procedure", "CZip", "CXlsxWriter", "CLibXML2",
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["README.md"], resources: [.copy("Data")],
            // The small readers of cells, names and headers are tested from inside; one flag here, so that the program
            // and the tests are one build.
            swiftSettings: [.unsafeFlags(["-enable-testing"])]),
        .target(
            name: "Storage",
            dependencies: [
                "Basics", "Registry", "CPostgreSQL", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["README.md"]),
        // Samples
        .target(
            name: "Samples", dependencies: ["Basics", "Registry", "Consolidation", "Papers"], exclude: ["README.md"]),
        // What an official can do
        .target(
            name: "Office",
            dependencies: [
                "Basics", "HTML", "Overlap", "Search", "Registry", "Accounts", "Norms", "Procedure", "Diagnosis",
                "Reform",
                "Consolidation", "Solver", "Papers", "Storage",
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["README.md"]),
        // What a person sees
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(
            name: "Web",
            dependencies: [
                "Basics", "HTML", "Search", "Registry", "Accounts", "Procedure", "Diagnosis",
                "Papers", "Storage", "Office", "CDeflate", "CQRCode",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            exclude: ["README.md"], resources: [.copy("Assets")],
            // Pages are functions of a request, and are tested as that, from inside.
            swiftSettings: [.unsafeFlags(["-enable-testing"])]),
        // Front door
        .executableTarget(
            name: "sanding",
            dependencies: [
                "Basics", "Overlap", "Search", "Registry", "Accounts", "Norms", "Procedure", "Diagnosis", "Reform",
                "Consolidation", "Papers", "Samples", "Storage", "Office", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["README.md"]),
        .executableTarget(
            name: "sanding-bench",
            dependencies: [
                "Basics", "HTML", "Overlap", "Search", "Registry", "Norms", "Diagnosis", "Reform", "Consolidation",
                "Solver", "Papers", "Samples", "Storage", "Office",
            ],
            exclude: ["README.md", "Peers"]),
        // Tests
        // A node of its own, killed, cut off and raced by the tests of the store.
        .target(name: "DroppingVFS", path: "Tests/DroppingVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "journal-writer", dependencies: ["Basics", "Registry", "Storage", "Office", "DroppingVFS"],
            path: "Tests/JournalWriter"),
        .target(name: "NaiveAuditor", dependencies: ["Basics", "Registry"], path: "Tests/RegistryTests/Auditor"),
        .target(
            name: "AuditComparison", dependencies: ["Basics", "Registry", "NaiveAuditor"],
            path: "Tests/RegistryTests/Comparison"),
        .testTarget(name: "TidyTests"),
        .testTarget(name: "BasicsTests", dependencies: ["Basics"]),
        .testTarget(
            name: "RegistryTests", dependencies: ["Basics", "Registry", "NaiveAuditor", "AuditComparison"],
            exclude: ["Auditor", "Comparison"]),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"]),
        .testTarget(
            name: "ConsolidationTests", dependencies: ["Consolidation", "Samples", "Solver"]),
        .testTarget(name: "OverlapTests", dependencies: ["Overlap"], exclude: ["labels.tsv"]),
        .testTarget(name: "AccountsTests", dependencies: ["Basics", "Registry", "Accounts"]),
        .testTarget(name: "SearchTests", dependencies: ["Basics", "Search"]),
        .testTarget(name: "NormsTests", dependencies: ["Basics", "Registry", "Norms"]),
        .testTarget(name: "ProcedureTests", dependencies: ["Basics", "Registry", "Norms", "Procedure"]),
        .testTarget(name: "DiagnosisTests", dependencies: ["Basics", "Registry", "Norms", "Diagnosis"]),
        .testTarget(
            name: "ReformTests",
            dependencies: ["Basics", "Registry", "Norms", "Diagnosis", "Reform", "NaiveAuditor", "AuditComparison"]),
        .testTarget(
            name: "ScenarioTests", dependencies: ["Basics", "Registry", "Diagnosis", "Reform", "Office"]),
        .testTarget(
            name: "PapersTests", dependencies: ["Basics", "Registry", "Norms", "Procedure", "Papers", "CZip"],
            exclude: ["Boundaries"]),
        .testTarget(
            name: "StorageTests",
            dependencies: ["Basics", "Registry", "Storage", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(name: "SamplesTests", dependencies: ["Basics", "Registry", "Papers", "Samples"]),
        .testTarget(name: "CommandLineTests"),
        .testTarget(
            name: "OfficeTests",
            dependencies: [
                "Basics", "Search", "Registry", "Accounts", "Norms", "Procedure", "Diagnosis", "Reform", "Papers",
                "Samples", "Storage", "Office",
            ],
            exclude: ["Plans/Golden", "Reports/Golden"]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Basics", "HTML", "Registry", "Accounts", "Procedure", "Diagnosis", "Papers", "Samples", "Storage",
                "Office", "Web",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ]),
    ]
)
