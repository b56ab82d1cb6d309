import Foundation
import TestSupport

/// A program of the package, run as people run it.
struct BuiltProgram {
  static let podium = BuiltProgram(name: "podium")
  static let judging = BuiltProgram(name: "JudgingProgram")

  let path: String

  init(path: String) {
    self.path = path
  }

  private init(name: String) {
    path = (try? builtExecutable(name)) ?? name
  }

  struct Outcome {
    let end: ChildProcess.End
    let output: [UInt8]
    /// Without reports of progress, which depend on how busy the machine is.
    let errors: String

    /// The exit status; `nil` if a signal ended it.
    var status: Int32? { if case .exited(let status) = end { status } else { nil } }
    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// Runs the program to its end, in a folder and with nothing in its environment but what is given.
  func run(
    _ arguments: [String], in folder: String, input: [UInt8] = [], environment: [String: String] = [:]
  ) async throws -> Outcome {
    let files = try StandardFiles(input: input)
    let child = try ChildProcess(
      ["/usr/bin/env", "--chdir", folder, path] + arguments, environment: environment, streams: files.streams)
    let end = try await child.waitForEnd(within: .seconds(120))
    return Outcome(
      end: end, output: try files.read("output"),
      errors: Self.withoutProgress(String(decoding: try files.read("errors"), as: UTF8.self)))
  }

  private static func withoutProgress(_ errors: String) -> String {
    errors.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("importing: ") }
      .joined(separator: "\n")
  }
}
