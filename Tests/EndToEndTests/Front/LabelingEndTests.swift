import Foundation
import TestSupport
import Testing

/// All the ways in which a session ends: what was saved is there, and the terminal is given back.
@Suite struct LabelingEndTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Campaign.small.write(to: folder)
  }

  func judgments() async throws -> [ExportedJudgment] { try await ExportedJudgment.all(in: folder) }

  /// A session in which one pair has been decided.
  func judgedSession(environment: [String: String] = [:]) async throws -> RatingSession {
    let session = try await RatingSession(in: folder, environment: environment)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.decide("b", opening: "2/6", saved: 1)
    return session
  }

  @Test func `what the screen says is saved survives a kill at once`() async throws {
    for saved in 1...3 {
      let session = try await RatingSession(in: folder)
      try await session.see(comparison: "\(saved)/6", saved: saved - 1)
      try await session.judge("g") { $0.contains("\(saved) saved") }
      try session.kill(SIGKILL)
      #expect(try await session.waitForEnd().status == 137)
      #expect(try await judgments().count == saved)
    }
    let session = try await RatingSession(in: folder)
    try await session.see(comparison: "4/6", saved: 3)
    try await session.tmux.press("u")
    try await session.see(comparison: "3/6", saved: 2)
    try await session.quit()
  }

  @Test(arguments: [(SIGHUP, 129), (SIGINT, 130), (SIGQUIT, 131), (SIGTERM, 143)])
  func `a signal ends the program and is what the shell sees`(signal: Int32, status: Int) async throws {
    let session = try await judgedSession()
    try await session.rank(["c"], until: ["1st C"])
    try session.kill(signal)
    let end = try await session.waitForEnd()
    #expect(end.status == status)
    expectGivenBack(end)
    #expect(try await judgments().map(\.letters) == [["B", "A"]])
  }

  @Test(arguments: [(SIGSEGV, 139), (SIGBUS, 135), (SIGABRT, 134), (SIGILL, 132)], ["no", "yes"])
  func `a crash gives the terminal back and loses nothing`(
    crash: (signal: Int32, status: Int), report: String
  ) async throws {
    let session = try await judgedSession(environment: ["SWIFT_BACKTRACE": "enable=\(report)"])
    try session.kill(crash.signal)
    let end = try await session.waitForEnd()
    #expect(end.status == crash.status)
    expectGivenBack(end)
    #expect(try await judgments().count == 1)
  }

  @Test(
    "a signal that nobody expects gives the terminal back before it ends the program",
    arguments: [
      SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGSYS, SIGIO, SIGPWR, SIGSTKFLT, 34, 64,
    ])
  func unexpected(signal: Int32) async throws {
    let session = try await judgedSession()
    try session.kill(signal)
    let end = try await session.waitForEnd()
    #expect(end.status == 128 + Int(signal))
    expectGivenBack(end)
    #expect(try await judgments().count == 1)
  }

  private func expectGivenBack(_ end: RatingSession.End, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(end.isTerminalAsFound, sourceLocation: sourceLocation)
    #expect(!end.pane.isOnAlternateScreen && end.pane.isCursorVisible, sourceLocation: sourceLocation)
    #expect(!end.pane.keypadCursor && !end.pane.takesMouse, sourceLocation: sourceLocation)
    #expect(!end.pane.title.contains("podium"), sourceLocation: sourceLocation)
  }

  @Test func `when the terminal goes away the program does too, and keeps what was saved`() async throws {
    let terminal = try PseudoTerminal()
    let program = try terminal.start(
      [BuiltProgram.podium.path, "label", folder.path(of: "runs.jsonl"), "--rater", "ada"],
      environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"])
    try await terminal.waitFor("podium 1/6", within: RatingSession.patience)
    try await poll("the judgment", within: RatingSession.patience) {
      // Another key between them, or it would be one that is held down.
      terminal.type("\u{C}g")
      return terminal.transcript().contains("podium 2/6") ? () : nil
    }
    terminal.hangUp()
    #expect(try await program.waitForEnd(within: RatingSession.patience) == .killed(signal: SIGHUP))
    #expect(try await !judgments().isEmpty)
  }

  @Test func `^Z stops the job, and fg goes on with it`() async throws {
    let tmux = try await Tmux(
      ["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "$ ", "PODIUM_RATER": "ada"], columns: 120
    )
    try await tmux.waitFor("the prompt") { $0.lines.first == "$" }
    try await tmux.type("\(BuiltProgram.podium.path) label \(folder.path(of: "runs.jsonl"))")
    try await tmux.press("Enter")
    let session = RatingSession(in: tmux, notes: folder)
    try await session.see(comparison: "1/6", saved: 0)
    try await tmux.press("C-z")
    let stopped = try await session.see("Stopped")
    #expect(!stopped.isOnAlternateScreen && stopped.isCursorVisible && !stopped.keypadCursor)
    try await tmux.resize(columns: 90, rows: 20)
    try await tmux.type("fg")
    try await tmux.press("Enter")
    let back = try await session.see(comparison: "1/6", saved: 0)
    #expect(back.isOnAlternateScreen && back.lines.count == 20)
    try await session.decide("a", opening: "2/6", saved: 1)
    try await tmux.press("q")
    let left = try await tmux.waitFor("the shell", within: RatingSession.patience) { !$0.isOnAlternateScreen }
    #expect(left.title != back.title)
    #expect(try await judgments().count == 1)
  }
}
