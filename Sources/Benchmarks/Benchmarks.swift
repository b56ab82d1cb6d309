import Foundation

/// Measures Podium against the figures it promises. Off in ordinary builds:
///
///     PODIUM_BENCHMARKS=1 swift run -c release --scratch-path .build-benchmarks Benchmarks [COMPARISONS] [FOLDER]
@main
enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let count = arguments.first.flatMap { Int($0) } ?? 100_000
    let parent = arguments.dropFirst().first ?? FileManager.default.currentDirectoryPath
    let folder = parent + "/.build-benchmark-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try StoreBenchmark(folder: folder, comparisonCount: count).run()
  }
}
