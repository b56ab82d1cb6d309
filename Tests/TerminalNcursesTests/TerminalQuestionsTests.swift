import Glibc
import TestSupport
import Testing

@testable import TerminalNcurses

@Suite struct TerminalQuestionsTests {
  private func text(_ questions: TerminalQuestions) -> String {
    String(decoding: questions.bytes, as: UTF8.self)
  }

  @Test func `behind every question stands one that all terminals answer`() {
    #expect(text(TerminalQuestions()) == "")
    #expect(text(TerminalQuestions(synchronization: true)) == "\u{1B}[?2026$p\u{1B}[c")
    #expect(
      text(TerminalQuestions(synchronization: true, background: true))
        == "\u{1B}[?2026$p\u{1B}[?2031$p\u{1B}]11;?\u{1B}\\\u{1B}[c")
  }

  // MARK: On a terminal

  private let terminal: PseudoTerminal
  private let found: [UInt32]

  init() throws {
    terminal = try PseudoTerminal()
    found = terminal.settings
  }

  private static let fence = "\u{1B}[c"

  private func start(_ type: String = "xterm-256color") async throws -> ChildProcess {
    let probe = try launch(#"exec "$0""#, as: type, on: terminal)
    try await terminal.waitFor("ready")
    return probe
  }

  /// - Parameter script: what a shell does with the probe.
  private func launch(
    _ script: String, as type: String = "xterm-256color", on terminal: PseudoTerminal
  ) throws -> ChildProcess {
    try terminal.start(
      ["sh", "-c", script, try builtExecutable("TerminalProbe")],
      environment: ["TERM": type, "LANG": "C.UTF-8", "PROBE_ASKS": "1", "ConEmuANSI": "ON"])
  }

  @Test func `they are asked once, before anything is painted`() async throws {
    let probe = try await start()
    terminal.type("q")
    #expect(try await probe.waitForEnd() == .exited(0))
    let transcript = terminal.transcript()
    #expect(transcript.ranges(of: Self.fence).count == 1)
    let asked = try #require(transcript.firstRange(of: Self.fence))
    let erased = try #require(transcript.firstRange(of: "\u{1B}[H\u{1B}[2J"))
    #expect(asked.upperBound <= erased.lowerBound)
    #expect(terminal.settings == found)
  }

  @Test func `a terminal that says nothing gets nothing of it`() async throws {
    let probe = try await start()
    for key in ["1", "2", "m"] { terminal.type(key) }
    try await terminal.waitFor("mouse true")
    terminal.type("q")
    #expect(try await probe.waitForEnd() == .exited(0))
    for sequence in ["?2026h", "?2026l", "?2031h", "?2031l"] {
      #expect(!terminal.transcript().contains(sequence), "\(sequence)")
    }
  }

  @Test(arguments: ["\u{1B}[?2026;0$y", "\u{1B}[?2026;4$y", "\u{1B}[?2026;3$y"])
  func `one that cannot switch it does not get it`(answer: String) async throws {
    let probe = try await start()
    terminal.type(answer + "\u{1B}[?6c")
    terminal.type("m")
    try await terminal.waitFor("mouse true")
    terminal.type("q")
    #expect(try await probe.waitForEnd() == .exited(0))
    #expect(!terminal.transcript().contains("?2026" + "h"))
  }

  /// The keys of the probe that end it, each in its way.
  @Test(arguments: ["q", "t", "a", "v", "x", "k"])
  func `frames are whole where the terminal says so, and no end leaves it waiting`(end: String) async throws {
    let probe = try await start()
    terminal.type("\u{1B}[?2026;2$y\u{1B}[?2031;2$y\u{1B}[?6c")
    try await terminal.waitFor("\u{1B}[?2031h")
    terminal.type("m")
    try await terminal.waitFor("mouse true")
    try await terminal.waitFor("\u{1B}[?2026l")
    terminal.type(end)
    _ = try await poll("the end", within: .seconds(20)) {
      _ = terminal.transcript()
      return probe.end()
    }
    let transcript = terminal.transcript()
    let (on, off) = ("\u{1B}[?2026h", "\u{1B}[?2026l")
    let frames = transcript.ranges(of: on)
    #expect(!frames.isEmpty)
    // Each frame ends before the next begins, and before the screen is left.
    for frame in frames {
      let rest = transcript[frame.upperBound...]
      let next = rest.firstRange(of: on)?.lowerBound ?? rest.endIndex
      let ends = rest.firstRange(of: off)?.lowerBound
      #expect(ends.map { $0 < next } == true)
    }
    // One more of them, should a crash have come within a frame.
    let crashes = end != "q"
    if !crashes { #expect(transcript.ranges(of: off).count == frames.count) }
    let last = try #require(transcript.ranges(of: off).last)
    let left = try #require(transcript.ranges(of: "\u{1B}[?1049l").last)
    #expect(last.lowerBound < left.lowerBound)
    for (on, off) in [("\u{1B}[?2031h", "\u{1B}[?2031l"), ("\u{1B}]9;4;1;", "\u{1B}]9;4;0;")] {
      let lastOff = try #require(transcript.ranges(of: off).last, "\(off.debugDescription)")
      #expect(transcript.ranges(of: on).last.map { $0.lowerBound < lastOff.lowerBound } == true)
    }
    #expect(terminal.settings == found)
  }

  @Test func `an answer that is late is not left to the shell`() async throws {
    // The program waits for a moment, which a busy machine may miss.
    for _ in 0..<8 {
      let terminal = try PseudoTerminal()
      let shell = try launch(#""$0"; IFS= read -r rest; echo "left ${#rest}.""#, on: terminal)
      try await terminal.waitFor("ready")
      terminal.type("l")
      try await terminal.waitFor("leaving")
      terminal.type("\u{1B}[?2026;2$y\u{1B}]11;rgb:0/0/0\u{1B}\\\u{1B}[?6c")
      try await terminal.waitFor("\u{1B}[?1049l")
      terminal.type("\n")
      #expect(try await shell.waitForEnd() == .exited(0))
      if terminal.transcript().contains("left 0.") { return }
    }
    Issue.record("the answer is left behind")
  }

  @Test func `a terminal that prints what it does not know is not asked`() async throws {
    let probe = try await start("linux")
    terminal.type("q")
    #expect(try await probe.waitForEnd() == .exited(0))
    #expect(!terminal.transcript().contains(Self.fence) && !terminal.transcript().contains("$p"))
  }
}
