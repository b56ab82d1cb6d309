import Foundation

/// A program in a real terminal emulator: a tmux server of the test's own, with one pane. It goes with the last reference.
///
/// ```swift
/// let tmux = try await Tmux(["less", "file"], columns: 80, rows: 24)
/// try await tmux.waitFor("the end of the file") { $0.contains("(END)") }
/// try await tmux.press("q")
/// ```
package final class Tmux: Sendable {
  private let folder: TemporaryFolder

  /// Starts the program, with nothing in its environment but what is given here and what tmux tells (`TMUX`, `TERM`).
  package init(
    _ command: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
    terminal: String = "tmux-256color"
  ) async throws {
    folder = try TemporaryFolder()
    let settings = [
      ["start-server"], ["set", "-g", "remain-on-exit", "on"], ["set", "-g", "status", "off"],
      ["set", "-g", "default-terminal", terminal], ["set", "-s", "set-clipboard", "on"],
      ["set", "-s", "escape-time", "0"],
    ]
    let variables = Self.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }
    let term = environment["TERM"] ?? terminal
    let start = ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "--", "env", "-i", "TERM=\(term)"]
    let words = settings.map { $0 + [";"] }.joined() + start + variables + command
    _ = try await run(Array(words))
  }

  deinit {
    guard let end = try? launch(["kill-server"], output: -1) else { return }
    while end.end() == nil { usleep(1000) }
  }

  /// What is the same for every program, whatever the machine that runs the tests.
  package static let environment = [
    "LANG": "C.UTF-8", "HOME": "/nonexistent",
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
  ]
}

// MARK: - Input

extension Tmux {
  /// Presses keys by tmux's names: `Enter`, `C-c`, `M-x`, `F5`, `Up`; a word that is no name is typed.
  package func press(_ keys: String...) async throws {
    try await run(["send-keys", "--"] + keys)
  }

  package func type(_ text: String) async throws {
    try await run(["send-keys", "-l", "--", text])
  }

  /// Sends bytes as they are.
  package func send(_ bytes: [UInt8]) async throws {
    try await run(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes a text, marked as a paste if the program asked for that.
  package func paste(_ text: String) async throws {
    let file = try folder.write(text.utf8, to: "paste")
    try await run(["load-buffer", file, ";", "paste-buffer", "-p", "-d"])
  }

  package func resize(columns: Int, rows: Int) async throws {
    try await run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }
}

// MARK: - Output

extension Tmux {
  /// The pane as it is now.
  package func pane() async throws -> TmuxPane {
    let output = try await run(["display-message", "-p", TmuxPane.format, ";", "capture-pane", "-p"])
    let pane = try TmuxPane(output)
    // tmux 3.3a now and then misses that its child has ended; the end of another one makes it look.
    if pane.isUnreaped { try await run(["run-shell", "-b", "true"]) }
    return pane
  }

  /// The pane once it is as described; a failure shows the last one seen.
  @discardableResult
  package func waitFor(
    _ what: String, within limit: Duration = .seconds(10), _ isAsWanted: (TmuxPane) -> Bool
  ) async throws -> TmuxPane {
    var last: TmuxPane?
    return try await poll(
      "\(what); the pane is\n\(last.map(String.init(describing:)) ?? "unknown")", within: limit
    ) {
      let pane = try await pane()
      last = pane
      return isAsWanted(pane) ? pane : nil
    }
  }

  /// The text of the pane with the sequences for its colors and attributes.
  package func styledText() async throws -> String {
    try await run(["capture-pane", "-p", "-e"])
  }

  /// What the program last copied by OSC 52.
  package func clipboard() async throws -> String {
    try await run(["show-buffer"])
  }
}

// MARK: - The tmux command

extension Tmux {
  @discardableResult
  private func run(_ words: [String]) async throws -> String {
    let name = UUID().uuidString
    let output = open(folder.path(of: name), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(output) }
    let process = try launch(words, output: output)
    let end = try await process.waitForEnd()
    let text = String(decoding: try folder.contents(of: name), as: UTF8.self)
    guard end == .exited(0) else {
      throw Failure(description: "tmux \(words.joined(separator: " ")): \(text)")
    }
    return text
  }

  private func launch(_ words: [String], output: Int32) throws -> ChildProcess {
    try ChildProcess(
      ["tmux", "-S", folder.path(of: "socket"), "-f", "/dev/null"] + words, environment: Self.environment,
      streams: .file(descriptor: output))
  }

  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }
}
