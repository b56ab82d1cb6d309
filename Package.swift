// swift-tools-version: 6.2
import PackageDescription

// CI turns warnings into errors; someone who builds the library with a newer compiler is not held to that.
let strict = Context.environment["PODIUM_STRICT"] == "1"
let withBenchmarks = Context.environment["PODIUM_BENCHMARKS"] == "1"

let settings: [SwiftSetting] =
  [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")]
  + (strict ? [.treatAllWarnings(as: .error)] : [])

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

let themes = [
  "default-dark", "default-light", "high-contrast-dark", "high-contrast-light", "cvd-dark", "cvd-light",
  "mono",
  "terminal16", "catppuccin-mocha", "dracula", "gruvbox-dark", "gruvbox-light", "nord", "solarized-dark",
  "tokyo-night",
]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, exclude: exclude,
    swiftSettings: settings)
}

let benchmarks: [Target] =
  withBenchmarks
  ? [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "podium", "FeedbackLoad", "PreferenceStore", "Preference", "FeedbackSubmission", "LangSmith",
        "StrictJSON", "Identifiers", "LabelingUI", "Terminal", "TestSupport", arguments,
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], path: "Tests/Benchmarks", swiftSettings: settings),
    .executableTarget(
      name: "FeedbackLoad", dependencies: ["FeedbackSubmission", "LangSmith", "StrictJSON", arguments],
      path: "Tests/FeedbackLoad", swiftSettings: settings),
  ] : []

let package = Package(
  name: "podium",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "podium", targets: ["podium"]),
    .library(name: "FeedbackSubmission", targets: ["FeedbackSubmission", "Identifiers", "StrictJSON"]),
    .library(name: "LangSmith", targets: ["LangSmith"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .executableTarget(
      name: "podium",
      dependencies: [
        "LabelingUI", "TerminalNcurses", "PreferenceStore", "Preference", "FeedbackSubmission", "StrictJSON",
        "Identifiers", "Terminal",
        "LangSmith",
        arguments,
      ],
      resources: [.embedInCode("Demo/campaign.jsonl"), .embedInCode("Demo/campaign.toml")],
      swiftSettings: settings),
    module("LabelingUI", ["Terminal", "Preference", "StrictJSON", "BuiltInThemes", toml]),
    module("TerminalNcurses", ["CNcursesw", "Terminal"]),
    module("PreferenceStore", ["Identifiers", "StrictJSON", "Preference", "FeedbackSubmission", grdb]),
    module("LangSmith", ["FeedbackSubmission", "Identifiers", "StrictJSON", "CCurl", "CZstd"]),
    module("FeedbackSubmission", ["Identifiers", "StrictJSON", grdb, sqlite, logging]),
    module("Preference", ["Identifiers", "StrictJSON"]),
    module("Identifiers"),
    module("StrictJSON"),
    module("Terminal"),
    .target(
      name: "BuiltInThemes", path: "themes",
      resources: themes.map { .embedInCode("\($0).toml") },
      swiftSettings: settings),
    .target(
      name: "CNcursesw", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CCurl"),
    .target(name: "CZstd"),

    .target(
      name: "TestSupport", dependencies: ["StrictJSON", "CZstd"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests(of: "Identifiers"),
    tests(of: "StrictJSON"),
    tests(of: "Terminal", exclude: ["Snapshots"]),
    tests(of: "TerminalNcurses", ["Terminal", "TerminalProbe"]),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "TerminalNcurses"], path: "Tests/TerminalProbe",
      swiftSettings: settings),
    tests(of: "Preference", ["StrictJSON"]),
    tests(of: "FeedbackSubmission", ["StrictJSON", grdb]),
    tests(of: "LangSmith", ["FeedbackSubmission", "StrictJSON"]),
    tests(of: "PreferenceStore", ["Identifiers", "Preference", "FeedbackSubmission", "StrictJSON", grdb]),
    tests(
      of: "LabelingUI", ["Terminal", "Preference", "StrictJSON"],
      exclude: [
        "Compare/Snapshots", "Drawing/Snapshots", "Search/Snapshots", "Themes/Snapshots", "Queue/Snapshots",
        "Linear/Snapshots", "Inspection/Snapshots", "Editing/Snapshots", "Reasons/Snapshots",
      ]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "podium", "JudgingProgram", "PreferenceStore", "Preference", "FeedbackSubmission", "LangSmith",
        "StrictJSON", "TestSupport", grdb, arguments,
      ], swiftSettings: settings),
    .executableTarget(
      name: "JudgingProgram", dependencies: ["PreferenceStore", "Preference", "Identifiers"],
      path: "Tests/JudgingProgram", swiftSettings: settings),
  ] + benchmarks
)
