import ArgumentParser
import Foundation
import StrictJSON
import TestSupport

/// Measures what was promised, each figure in turns with its peer on the same machine.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures Podium beside its peers.",
    discussion: """
      Prints a line for each figure: the median of what was measured and, in brackets, the least, the 99th \
      percentile and the greatest. Exits with 1 if a figure is not kept.

      Example:
        PODIUM_BENCHMARKS=1 swift run -c release Benchmarks key-to-paint --json
      """)

  @Argument(help: "\(Benchmark.allValueStrings.joined(separator: ", ")). Without a name, all of them.")
  var names: [Benchmark] = []

  @Option(help: "Where to make files, on the disk to be measured. Without it, beside the program.")
  var folder: String?

  @Flag(help: "Prints each figure as a JSON object.")
  var json = false

  func run() throws {
    let folder = try TemporaryFolder(in: folder ?? BuiltPrograms.folder)
    var allAreKept = true
    for benchmark in names.isEmpty ? Benchmark.allCases : names {
      for figure in try benchmark.measure(in: folder) {
        FileHandle.standardOutput.write(Data((json ? figure.json.text() : figure.line).utf8 + [0x0A]))
        allAreKept = allAreKept && figure.isKept
      }
    }
    if !allAreKept { throw ExitCode(1) }
  }
}

enum Benchmark: String, CaseIterable, ExpressibleByArgument {
  case firstFrame = "first-frame"
  case keyToPaint = "key-to-paint"
  case longAnswer = "long-answer"
  case edit
  case memory
  case commit
  case `import`
  case wrap
  case difference
  case feedback

  func measure(in folder: TemporaryFolder) throws -> [Figure] {
    switch self {
    case .firstFrame: try FirstFrameBenchmark(folder: folder).measure()
    case .keyToPaint: try KeyToPaintBenchmark(folder: folder).measure()
    case .longAnswer: try LongAnswerBenchmark(folder: folder).measure()
    case .edit: try EditBenchmark(folder: folder).measure()
    case .memory: try MemoryBenchmark(folder: folder).measure()
    case .commit: try CommitBenchmark(folder: folder).measure()
    case .import: try ImportBenchmark(folder: folder).measure()
    case .wrap: WrapBenchmark().measure()
    case .difference: try DifferenceBenchmark(folder: folder).measure()
    case .feedback: try FeedbackBenchmark(folder: folder).measure()
    }
  }
}
