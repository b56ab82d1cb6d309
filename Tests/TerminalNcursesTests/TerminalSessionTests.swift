import Glibc
import TestSupport
import Testing

/// The probe program on a terminal of its own, judged by the bytes it sends and the settings it leaves.
@Suite struct TerminalSessionTests {
  private let terminal: PseudoTerminal
  private let found: [UInt32]

  init() throws {
    terminal = try PseudoTerminal()
    found = terminal.settings
  }

  private func start(_ environment: [String: String] = [:]) async throws -> ChildProcess {
    let probe = try launch(environment)
    try await terminal.waitFor("ready")
    return probe
  }

  private func launch(_ environment: [String: String] = [:]) throws -> ChildProcess {
    let standard = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
    return try terminal.start(
      [try builtExecutable("TerminalProbe")], environment: standard.merging(environment) { $1 })
  }

  private static let modes = [
    ("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?2004h", "\u{1B}[?2004l"), ("\u{1B}[22;2t", "\u{1B}[23;2t"),
    ("\u{1B}[?1h", "\u{1B}[?1l"),
  ]

  /// The last word on every mode is off, the cursor is on, and the settings are those found.
  private func expectGivenBack(sourceLocation: SourceLocation = #_sourceLocation) {
    let transcript = terminal.transcript()
    for (on, off) in Self.modes {
      let lastOff = transcript.ranges(of: off).last?.lowerBound
      let lastOn = transcript.ranges(of: on).last?.lowerBound
      #expect(lastOff != nil && lastOn != nil, "\(on.debugDescription)", sourceLocation: sourceLocation)
      if let lastOff, let lastOn {
        #expect(lastOff > lastOn, "\(off.debugDescription)", sourceLocation: sourceLocation)
      }
    }
    #expect(
      !transcript.contains("\u{1B}[?25l") || transcript.contains("\u{1B}[?25h"),
      sourceLocation: sourceLocation)
    let leaving = transcript.text(after: "\u{1B}[?2004l").prefix { $0 != "l" }
    #expect(leaving.contains("\u{1B}[H\u{1B}[2J"), "not erased", sourceLocation: sourceLocation)
    #expect(terminal.settings == found, sourceLocation: sourceLocation)
  }

  @Test func `input comes byte by byte, without echo, signals and flow control`() async throws {
    let probe = try await start()
    #expect(terminal.settings != found)
    for (typed, key) in [
      ("\u{03}", 3), ("\u{13}", 19), ("\u{11}", 17), ("\u{1C}", 28), ("\r", 13), ("\n", 10), ("\u{16}", 22),
    ] {
      terminal.type(typed)
      try await terminal.waitFor("key \(key)")
    }
    #expect(probe.end() == nil)
  }

  @Test func `on leaving, every mode is switched off once and the settings are as found`() async throws {
    let probe = try await start()
    terminal.type("q")
    #expect(try await probe.waitForEnd() == .exited(0))
    expectGivenBack()
    let transcript = terminal.transcript()
    for (on, off) in Self.modes {
      #expect(transcript.ranges(of: on).count == 1, "\(on.debugDescription)")
      #expect(transcript.ranges(of: off).count == 1, "\(off.debugDescription)")
    }
  }

  @Test func `the mouse comes and goes at any time`() async throws {
    let probe = try await start()
    #expect(!terminal.transcript().contains("\u{1B}[?1000h"))
    terminal.type("m")
    try await terminal.waitFor("\u{1B}[?1006h")
    terminal.type("q")
    #expect(try await probe.waitForEnd() == .exited(0))
    #expect(terminal.transcript().contains("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal ends the program by itself, after the terminal is given back`(signal: Int32) async throws {
    let probe = try await start()
    probe.kill(signal)
    #expect(try await probe.waitForEnd() == .killed(signal: signal))
    expectGivenBack()
  }

  @Test(arguments: [("t", SIGILL, "deliberate trap"), ("a", SIGABRT, "crashed"), ("v", SIGSEGV, "crashed")])
  func `after a crash the terminal is given back, and the report comes after`(
    key: String, signal: Int32, report: String
  ) async throws {
    let probe = try await start()
    terminal.type("e")
    try await terminal.waitFor("said")
    terminal.type(key)
    // Swift's report would ask what to do next and wait half a minute for an answer.
    let end = try await poll("the end", within: .seconds(20)) {
      _ = terminal.transcript()
      return probe.end()
    }
    #expect(end == .killed(signal: signal) || (key == "t" && end == .killed(signal: SIGTRAP)))
    expectGivenBack()
    let after = terminal.transcript().text(after: "\u{1B}[?1049l")
    #expect(after.contains("a library has a say\\u{1b}[2J"))
    #expect(after.contains(report))
  }

  @Test func `leaving by exit gives the terminal back too`() async throws {
    let probe = try await start()
    terminal.type("x")
    #expect(try await probe.waitForEnd() == .exited(5))
    expectGivenBack()
  }

  /// Sent by someone, they do not happen again when the handler returns.
  @Test(arguments: [SIGSEGV, SIGBUS, SIGABRT, SIGTRAP], ["enable=no", "enable=yes"])
  func `a crash signal from outside ends the program all the same`(signal: Int32, report: String) async throws
  {
    let probe = try await start(["SWIFT_BACKTRACE": report])
    probe.kill(signal)
    let end = try await poll("the end", within: .seconds(20)) {
      _ = terminal.transcript()
      return probe.end()
    }
    #expect(end == .killed(signal: signal))
    expectGivenBack()
  }

  @Test func `what libraries print stays off the screen and is shown afterwards`() async throws {
    let probe = try await start()
    terminal.type("e")
    try await terminal.waitFor("said")
    #expect(!terminal.transcript().contains("a library has a say"))
    terminal.type("q")
    #expect(try await probe.waitForEnd() == .exited(0))
    #expect(terminal.transcript().text(after: "\u{1B}[?1049l").contains("a library has a say\\u{1b}[2J"))
  }

  @Test func `when the terminal is gone the program is too`() async throws {
    let probe = try await start()
    terminal.hangUp()
    let end = try await probe.waitForEnd(within: .seconds(1))
    #expect(end == .killed(signal: SIGHUP) || end == .exited(3))
  }

  @Test func `a hang-up nobody announces ends the program as well`() async throws {
    let probe = try launch(["PROBE_IGNORES_HANGUP": "1"])
    try await terminal.waitFor("ready")
    terminal.hangUp()
    #expect(try await probe.waitForEnd(within: .seconds(1)) == .exited(3))
  }

  @Test func `where no shell could continue it, the program does not stop`() async throws {
    let probe = try await start()
    terminal.type("\u{1A}")
    try await terminal.waitFor("cannot stop")
    #expect(probe.end() == nil)
    terminal.type("q")
    #expect(try await probe.waitForEnd() == .exited(0))
    expectGivenBack()
  }

  @Test func `the size follows the terminal's and not exported variables`() async throws {
    let probe = try await start(["LINES": "10", "COLUMNS": "40"])
    try await terminal.waitFor("80x24")
    terminal.resize(columns: 101, rows: 31)
    try await terminal.waitFor("101x31")
    terminal.resize(columns: 1, rows: 1)
    terminal.resize(columns: 60, rows: 9)
    try await terminal.waitFor("60x9")
    #expect(probe.end() == nil)
  }

  @Test func `a terminal that does not know its size has that of its entry`() async throws {
    terminal.resize(columns: 0, rows: 0)
    let probe = try await start(["LINES": "10", "COLUMNS": "40"])
    try await terminal.waitFor("80x24")
    #expect(probe.end() == nil)
  }

  @Test func `a worker wakes the loop`() async throws {
    let probe = try await start()
    terminal.type("w")
    try await terminal.waitFor("woken")
    #expect(probe.end() == nil)
  }

  @Test func `outside of UTF-8 nothing but ASCII is sent`() async throws {
    let probe = try await start(["LANG": "C"])
    terminal.type("q")
    #expect(try await probe.waitForEnd() == .exited(0))
    #expect(terminal.transcript().contains("| ready |"))
    #expect(terminal.transcript().allSatisfy { $0.isASCII })
  }

  @Test func `a UTF-8 locale that is not installed still means UTF-8`() async throws {
    let probe = try await start(["LANG": "xx_XX.UTF-8"])
    #expect(terminal.transcript().contains("│ ready"))
    #expect(probe.end() == nil)
  }

  @Test(arguments: [("dumb", "TERM is 'dumb'"), ("nonesuch", "TERM is 'nonesuch'"), ("", "TERM is not set")])
  func `a terminal that will not do is refused in a sentence, untouched`(type: String, sentence: String)
    async throws
  {
    let probe = try launch(["TERM": type])
    #expect(try await probe.waitForEnd() == .exited(2))
    #expect(terminal.transcript().contains(sentence))
    #expect(!terminal.transcript().contains("\u{1B}"))
    #expect(terminal.settings == found)
  }

  @Test func `without any terminal there is a sentence too`() async throws {
    let folder = try TemporaryFolder()
    let output = open(folder.path(of: "output"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(output) }
    let command = ["setsid", "--wait", try builtExecutable("TerminalProbe")]
    let probe = try ChildProcess(
      command, environment: Tmux.environment.merging(["TERM": "xterm"]) { $1 },
      streams: .file(descriptor: output))
    #expect(try await probe.waitForEnd() == .exited(2))
    #expect(String(decoding: try folder.contents(of: "output"), as: UTF8.self).contains("/dev/tty"))
  }
}

extension String {
  /// What comes after the last occurrence of a text.
  fileprivate func text(after separator: String) -> Substring {
    ranges(of: separator).last.map { self[$0.upperBound...] } ?? ""
  }
}
