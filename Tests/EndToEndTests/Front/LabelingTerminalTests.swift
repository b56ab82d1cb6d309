import Foundation
import TestSupport
import Testing

/// Terminals of all sizes and kinds, and none.
@Suite struct LabelingTerminalTests {
  let folder: TemporaryFolder
  let file: String

  init() throws {
    folder = try TemporaryFolder()
    try Campaign.small.write(to: folder)
    file = folder.path(of: "runs.jsonl")
  }

  func letters() async throws -> [[String]] { try await ExportedJudgment.all(in: folder).map(\.letters) }

  // MARK: Sizes

  @Test func `a storm of sizes and keys leaves the screen as it was`() async throws {
    let session = try await RatingSession(in: folder)
    try await session.see(comparison: "1/6", saved: 0)
    let before = try await session.see("alike")
    let sizes = [(1, 1), (20, 5), (200, 1), (1, 50), (300, 80)]
    // Each group of keys comes back to where it began.
    let keys = [["Tab", "Tab"], ["s", "s", "s"], ["p", "p", "p"], ["?", "?"], ["j", "k", "<"]]
    for round in 0..<keys.count {
      for (index, (columns, rows)) in sizes.enumerated() {
        try await session.tmux.resize(columns: columns, rows: rows)
        for key in keys[(index + round) % keys.count] { try await session.tmux.press(key) }
      }
    }
    try await session.tmux.resize(columns: 80, rows: 24)
    try await session.tmux.press("C-l")
    try await session.tmux.waitFor("the screen as before\n\(before)", within: RatingSession.patience) {
      $0.lines == before.lines
    }
    try await session.decide("a", opening: "2/6", saved: 1)
    #expect(try await session.quit().status == 1)
    #expect(try await letters() == [["A", "B"]])
  }

  @Test(arguments: [(20, 5), (40, 12), (300, 80)])
  func `runs can be read and judged at that size`(columns: Int, rows: Int) async throws {
    let session = try await RatingSession(in: folder, columns: columns, rows: rows)
    try await session.tmux.waitFor("a run", within: RatingSession.patience) {
      $0.contains("a red one") || $0.contains("a blue one")
    }
    try await session.judge("a") { $0.contains("– A B C") }
    try await session.rank(["b", "a"], until: ["– A C", "– C"])
    try await session.judge("Enter") { $0.contains("left") || $0.contains("right") }
    #expect(try await session.quit().status == 1)
    #expect(try await letters() == [["A", "B"], ["B", "A"]])
  }

  // MARK: Kinds

  /// What a short session sends: the first comparison is looked at and left.
  private func stream(_ environment: [String: String], _ options: String...) async throws -> TerminalStream {
    let session = try RecordedSession(["label", file] + options, environment: environment)
    try await session.waitFor("red one")
    session.type("?")
    try await session.waitFor("Judging")
    session.type("?q")
    #expect(try await session.waitForEnd() == .exited(1))
    return TerminalStream(session.bytes)
  }

  @Test(arguments: ["xterm-256color", "xterm", "linux", "screen-256color", "xterm-kitty"])
  func `colors are sent, but not with NO_COLOR or where none are wanted`(type: String) async throws {
    #expect(try await !stream(["TERM": type]).colors.isEmpty)
    #expect(try await stream(["TERM": type, "NO_COLOR": "1"]).colors.isEmpty)
    #expect(try await stream(["TERM": type], "--color", "never").colors.isEmpty)
    #expect(try await !stream(["TERM": type, "NO_COLOR": "1"], "--color", "always").colors.isEmpty)
  }

  @Test func `a light terminal gets the light theme, unless another is asked for`() async throws {
    let (dark, light) = (["TERM": "xterm-256color"], ["TERM": "xterm-256color", "COLORFGBG": "0;15"])
    let colors = Set(try await stream(light).colors)
    #expect(colors == Set(try await stream(dark, "--theme", "default-light").colors))
    #expect(colors != Set(try await stream(dark).colors))
    #expect(colors != Set(try await stream(light, "--theme", "default-dark").colors))
  }

  @Test(arguments: ["vt100", "vt220", "xterm-mono"])
  func `a terminal without colors gets none`(type: String) async throws {
    #expect(try await stream(["TERM": type], "--color", "always").colors.isEmpty)
  }

  @Test func `colors that the user gave the terminal stay`() async throws {
    let terminal = try PseudoTerminal()
    let child = try terminal.start(
      [BuiltProgram.podium.path, "demo"],
      environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "EDITOR": "true"])
    try await terminal.waitFor("Prompt", within: RatingSession.patience)
    terminal.type("E")
    try await terminal.waitFor("Correction of A", within: RatingSession.patience)
    #expect(!terminal.transcript().contains("\u{1B}]104"))
    terminal.hangUp()
    _ = try await child.waitForEnd(within: RatingSession.patience)
  }

  @Test func `where the locale is C, only ASCII is sent`() async throws {
    let session = try RecordedSession(["demo"], environment: ["LC_ALL": "C", "TMPDIR": folder.path])
    try await session.waitFor(comparison: "1/18")
    for number in 2...18 {
      session.type("p]")
      try await session.waitFor(comparison: "\(number)/18")
    }
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.bytes.allSatisfy { $0 < 0x80 })
    #expect(TerminalStream(session.bytes).faults == [])
  }

  // MARK: None

  @Test(arguments: [("nonesuch", "TERM is 'nonesuch'"), ("", "TERM is not set")])
  func `a terminal that will not do is refused in one line`(type: String, sentence: String) async throws {
    let session = try RecordedSession(["label", file], environment: ["TERM": type])
    #expect(try await session.waitForEnd() == .exited(2))
    let text = String(decoding: session.bytes, as: UTF8.self)
    #expect(text.hasPrefix("podium: \(sentence)") && text.hasSuffix("\r\n"))
    #expect(text.split(separator: "\r\n").count == 1)
    #expect(session.hasTerminalAsFound)
    expectNothingWritten()
  }

  @Test func `a terminal that can only print gets lines`() async throws {
    let session = try RecordedSession(["label", file], environment: ["TERM": "dumb"])
    session.type("quit\n")
    #expect(try await session.waitForEnd() == .exited(1))
    #expect(String(decoding: session.bytes, as: UTF8.self).contains("Comparison 1 of 6, 2 runs, not judged."))
    #expect(!session.bytes.contains(0x1B))
  }

  @Test(arguments: [["demo"], ["label", "runs.jsonl"]])
  func `without a terminal there is one line too, and nothing is written`(arguments: [String]) async throws {
    let outcome = try await BuiltProgram(path: "/usr/bin/setsid").run(
      ["--wait", BuiltProgram.podium.path] + arguments, in: folder.path,
      environment: ["TERM": "xterm-256color", "TMPDIR": folder.path])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1 && outcome.errors.hasPrefix("podium: there is no terminal"))
    expectNothingWritten()
  }

  @Test func `an option that cannot be is told before anything is written`() async throws {
    let outcome = try await BuiltProgram.podium.run(
      ["label", "runs.jsonl", "--theme", "mnoo"], in: folder.path, environment: ["TERM": "xterm-256color"])
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1 && outcome.errors.contains("mono"))
    expectNothingWritten()
  }

  private func expectNothingWritten() {
    #expect((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["runs.jsonl"])
  }
}
