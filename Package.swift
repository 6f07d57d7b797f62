// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One room of the house. The arrows between rooms are drawn in `ARCHITECTURE.md` and kept by `TidyTests`.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: house)
}

func system(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
  name: "lectern",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lectern", targets: ["lectern"]),
    .executable(name: "lectern-inspect", targets: ["lectern-inspect"]),
  ],
  dependencies: [
    // Without what reads its settings from the environment: ours are read in one place.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    room("PeerReview", ["Yams"]),
    room("Matching"),
    room("AssignmentFiles", ["Matching"]),
    room("Expertise", ["CDNNL"], resources: [.copy("Tables/words.table")]),
    room(
      "ExpertiseFiles", ["Expertise", "AssignmentFiles", "CZlib", .product(name: "Crypto", package: "swift-crypto")]),
    room("Screening"),
    room("Proceedings"),
    room(
      "Store",
      [
        "PeerReview", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room("Pages", ["PeerReview"]),
    room(
      "Conference",
      [
        "Store", "Matching", "AssignmentFiles", "Expertise", "ExpertiseFiles", "Screening", "Proceedings", "Pages", "PeerReview",
        "CSodium", "CCurl",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    room(
      "Web",
      [
        "Conference", "Pages", "PeerReview",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "_NIOFileSystem", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room(
      "LecternTesting",
      ["PeerReview", "Conference", "Pages", .product(name: "Logging", package: "swift-log")]),
    .executableTarget(
      name: "lectern",
      dependencies: [
        "Web", "Conference", "AssignmentFiles", "Expertise", "ExpertiseFiles", "Pages", "PeerReview", "LecternTesting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house),
    .executableTarget(name: "lectern-bench", dependencies: ["Matching"], swiftSettings: house),
    .executableTarget(name: "lectern-bench-screening", dependencies: ["Screening"], swiftSettings: house),
    .executableTarget(
      name: "lectern-inspect", dependencies: ["CPoppler", "CQPDF", "CArchive", "CSeccomp"], swiftSettings: house),

    system("CPoppler", pkgConfig: "poppler-glib", apt: "libpoppler-glib-dev"),
    system("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
    system("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
    system("CQPDF", pkgConfig: "libqpdf", apt: "libqpdf-dev"),
    system("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev"),
    system("CSeccomp", pkgConfig: "libseccomp", apt: "libseccomp-dev"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    // Debian's oneDNN brings no pkg-config file.
    .systemLibrary(name: "CDNNL", providers: [.apt(["libdnnl-dev"])]),

    tests("PeerReviewTests", ["PeerReview"]),
    tests("MatchingTests", ["Matching"]),
    tests("AssignmentFilesTests", ["AssignmentFiles", "Matching"]),
    tests("ExpertiseTests", ["Expertise"]),
    tests("ExpertiseFilesTests", ["ExpertiseFiles", "Expertise", "AssignmentFiles"]),
    tests("ScreeningTests", ["Screening"]),
    tests("ProceedingsTests", ["Proceedings"]),
    tests("StoreTests", ["Store", "PeerReview"]),
    tests("PagesTests", ["Pages", "PeerReview"]),
    tests(
      "ConferenceTests",
      ["Conference", "AssignmentFiles", "Store", "Pages", "Screening", "Matching", "LecternTesting", "PeerReview"]),
    tests(
      "WebTests",
      [
        "Web", "Conference", "Store", "LecternTesting", "PeerReview",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    tests(
      "LecternTests",
      [
        "lectern", "LecternTesting", "PeerReview", "AssignmentFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    tests(
      "WorldsTests",
      [
        "Web", "Conference", "Store", "Pages", "LecternTesting", "PeerReview",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    tests("TidyTests", []),
  ]
)
