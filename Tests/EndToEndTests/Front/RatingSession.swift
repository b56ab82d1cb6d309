import Foundation
import TestSupport

/// The built program in a terminal emulator, started by a shell that tells how it ended, and a rater at the keys.
struct RatingSession {
  /// How the program ended, as the shell saw it.
  struct End {
    let status: Int
    let pane: TmuxPane
    /// Whether the terminal's settings are those it was given with.
    let isTerminalAsFound: Bool
  }

  /// The busiest machine shows a screen within this.
  static let patience = Duration.seconds(90)

  let tmux: Tmux
  private let notes: TemporaryFolder

  /// Opens a file of a folder.
  init(
    labeling name: String = "runs.jsonl", in folder: TemporaryFolder, options: [String] = [],
    environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) async throws {
    try await self.init(
      ["label", folder.path(of: name)] + options, environment: environment, columns: columns, rows: rows)
  }

  init(_ arguments: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24)
    async throws
  {
    notes = try TemporaryFolder()
    tmux = try await Tmux(
      ["sh", "-c", Self.script, notes.path, BuiltProgram.podium.path] + arguments,
      environment: Self.environment.merging(environment) { $1 }, columns: columns, rows: rows)
  }

  /// A rater at a program that a test started itself.
  init(in tmux: Tmux, notes: TemporaryFolder) {
    self.tmux = tmux
    self.notes = notes
  }

  private static let environment = ["PODIUM_RATER": "ada"]
  private static let script = """
    ulimit -c 0
    stty -a >"$0/before"
    sh -c 'echo $$ >"$0/process"; exec "$@"' "$0" "$@"
    status=$?
    stty -a >"$0/after"
    echo "status=$status;"
    exec cat
    """

  /// Sends the program a signal.
  func kill(_ signal: Int32) throws {
    guard let process = Int32(try note("process").dropLast()) else { throw CocoaError(.fileReadCorruptFile) }
    Foundation.kill(process, signal)
  }

  func waitForEnd() async throws -> End {
    let pane = try await see("status=")
    let status = pane.text.split(separator: "status=").last?.prefix { $0 != ";" }
    return End(
      status: status.flatMap { Int($0) } ?? -1, pane: pane,
      isTerminalAsFound: try note("before") == note("after"))
  }

  private func note(_ name: String) throws -> String {
    String(decoding: try notes.contents(of: name), as: UTF8.self)
  }
}

// MARK: - What is on the screen

extension RatingSession {
  /// The pane once it shows a text.
  @discardableResult
  func see(_ text: String) async throws -> TmuxPane {
    try await tmux.waitFor(text.debugDescription, within: Self.patience) { $0.contains(text) }
  }

  @discardableResult
  func press(_ key: String, afterPasteUntil text: String) async throws -> TmuxPane {
    try await press(key, until: text.debugDescription) { $0.contains(text) }
  }

  /// Presses a key again and again, with pauses: what comes right after a paste belongs to it, and so does the next key.
  @discardableResult
  private func press(
    _ key: String, until what: String, _ isReached: (TmuxPane) -> Bool
  ) async throws -> TmuxPane {
    try await poll("\(what) after \(key)", within: Self.patience) {
      try await tmux.press(key)
      return try? await tmux.waitFor(what, within: .seconds(1), isReached)
    }
  }

  /// The pane once that comparison is open, and that many judgments are saved.
  @discardableResult
  func see(comparison: String, saved: Int) async throws -> TmuxPane {
    try await tmux.waitFor("comparison \(comparison), \(saved) saved", within: Self.patience) {
      $0.isOpen(comparison: comparison, saved: saved)
    }
  }
}

extension TmuxPane {
  func isOpen(comparison: String, saved: Int) -> Bool {
    guard let header = lines.first else { return false }
    return header.hasPrefix(" \(comparison) ") && header.contains(" \(saved) saved")
  }
}

// MARK: - What the rater does

extension RatingSession {
  /// Presses a judging key, or types several in one burst, until one is taken: right after a comparison came up, none is.
  ///
  /// - Returns: The pane that shows what came of it.
  @discardableResult
  func judge(_ key: String, until isTaken: (TmuxPane) -> Bool) async throws -> TmuxPane {
    while true {
      try await tmux.press(key)
      let pane = try await tmux.waitFor("what \(key) does", within: Self.patience) {
        isTaken($0) || Self.isRefused($0)
      }
      if isTaken(pane) { return pane }
      try await dismissRefusal()
    }
  }

  /// Presses keys that place runs, one after the other; after each the rank bar tells the order.
  func rank(_ keys: [String], until orders: [String]) async throws {
    for (key, order) in zip(keys, orders) { try await judge(key) { $0.contains(order) } }
  }

  /// Presses a key that decides, and waits for the next comparison.
  @discardableResult
  func decide(_ key: String, opening comparison: String, saved: Int) async throws -> TmuxPane {
    try await judge(key) { $0.isOpen(comparison: comparison, saved: saved) }
  }

  @discardableResult
  func quit() async throws -> End {
    try await tmux.press("q")
    return try await waitForEnd()
  }

  private static func isRefused(_ pane: TmuxPane) -> Bool {
    // The sentence may stand on two lines.
    pane.contains("not taken: the")
      || pane.contains("pasted text is ignored here")
  }

  private func dismissRefusal() async throws {
    try await press("C-l", until: "the hints") { !Self.isRefused($0) }
  }
}
