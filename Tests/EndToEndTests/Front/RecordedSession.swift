import Foundation
import TestSupport

/// The built program on a terminal without a screen: what matters is what it sends.
final class RecordedSession {
  private let terminal: PseudoTerminal
  private let program: ChildProcess
  private let found: [UInt32]
  /// Where the next wait looks from.
  private var seen = 0

  init(
    _ arguments: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws {
    terminal = try PseudoTerminal(columns: columns, rows: rows)
    found = terminal.settings
    let standard = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PODIUM_RATER": "ada"]
    program = try terminal.start(
      [BuiltProgram.podium.path] + arguments, environment: standard.merging(environment) { $1 })
  }

  /// Everything that was sent so far.
  var bytes: [UInt8] { terminal.bytes() }

  /// Whether the settings of the terminal are those it was given with.
  var hasTerminalAsFound: Bool { terminal.settings == found }

  func type(_ text: String) { terminal.type(text) }

  /// Waits for a text among what was not yet waited for.
  func waitFor(_ text: String) async throws {
    let wanted = Array(text.utf8)
    try await poll("\(text.debugDescription) in \(unseen.debugDescription)", within: RatingSession.patience) {
      () -> Void? in
      guard let found = terminal.bytes(from: seen).firstRange(of: wanted) else { return nil }
      seen += found.upperBound
      return ()
    }
  }

  /// Waits until the title names a comparison: `3/12`.
  func waitFor(comparison: String) async throws { try await waitFor("]2;podium \(comparison) ") }

  func waitForEnd() async throws -> ChildProcess.End {
    try await poll("the end, after \(unseen.debugDescription)", within: RatingSession.patience) {
      // Nobody else reads, and a program that cannot write does not end.
      _ = terminal.bytes(from: seen)
      return program.end()
    }
  }

  private var unseen: String { String(decoding: terminal.bytes(from: seen), as: UTF8.self) }
}
