import Foundation

/// A program of the package, run as people run it.
struct BuiltProgram {
  static let podium = BuiltProgram(name: "podium")
  static let judging = BuiltProgram(name: "JudgingProgram")

  let path: String

  init(path: String) {
    self.path = path
  }

  private init(name: String) {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    path = (tests as NSString).deletingLastPathComponent + "/" + name
  }

  struct Outcome {
    let status: Int32
    let output: [UInt8]
    /// Without reports of progress, which depend on how busy the machine is.
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// Runs the program to its end, in a folder and with nothing in its environment but what is given.
  func run(
    _ arguments: [String], in folder: String, input: [UInt8] = [], environment: [String: String] = [:]
  ) async throws -> Outcome {
    let process = Process()
    let files = try StandardFiles(input: input)
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    files.connect(to: process)
    try await process.runToEnd()
    return Outcome(
      status: process.terminationStatus, output: try files.read("output"),
      errors: Self.withoutProgress(String(decoding: try files.read("errors"), as: UTF8.self)))
  }
}

extension BuiltProgram {
  private static func withoutProgress(_ errors: String) -> String {
    errors.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("importing: ") }
      .joined(separator: "\n")
  }
}

extension Process {
  /// Like `waitUntilExit`, without keeping one of few threads.
  func runToEnd() async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      terminationHandler = { _ in continuation.resume() }
      do { try run() } catch { continuation.resume(throwing: error) }
    }
  }
}
