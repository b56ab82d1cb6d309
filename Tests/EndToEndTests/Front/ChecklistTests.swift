import Foundation
import TestSupport
import Testing

/// Rows of the terminal's checklist that no other suite proves; `Tests/README.md` says where each row stands.
@Suite struct ChecklistTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Campaign.small.write(to: folder)
  }

  private func bash(_ environment: [String: String] = [:], columns: Int = 100) async throws -> RatingSession {
    let tmux = try await Tmux(
      ["bash", "--norc", "--noprofile", "-i"],
      environment: ["PS1": "$ ", "PODIUM_RATER": "ada"].merging(environment) { $1 }, columns: columns)
    try await tmux.waitFor("the prompt") { $0.lines.first == "$" }
    return RatingSession(in: tmux, notes: folder)
  }

  private func enter(_ line: String, in session: RatingSession) async throws {
    try await session.tmux.type(line)
    try await session.tmux.press("Enter")
  }

  private var label: String { "\(BuiltProgram.podium.path) label \(folder.path(of: "runs.jsonl"))" }

  @Test func `T1: the alternate screen is left, and the shell's lines are back`() async throws {
    let session = try await bash()
    try await enter("echo before", in: session)
    try await enter(label, in: session)
    let inside = try await session.see(comparison: "1/6", saved: 0)
    #expect(inside.isOnAlternateScreen && !inside.contains("before"))
    try await session.tmux.press("q")
    let outside = try await session.see("0 of 6 comparisons judged")
    #expect(!outside.isOnAlternateScreen && outside.lines.contains("before") && outside.isCursorVisible)
  }

  @Test func `T5: after fg a paste is one paste, and judges nothing`() async throws {
    let session = try await bash()
    try await enter(label, in: session)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.tmux.press("C-z")
    try await session.see("Stopped")
    try await enter("fg", in: session)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.tmux.paste("a\nb\nq")
    let pasted = try await session.see("pasted text is ignored here")
    #expect(
      pasted.isOpen(comparison: "1/6", saved: 0) && pasted.takesMouse && pasted.title.contains("podium"))
    try await session.press("q", afterPasteUntil: "0 of 6 comparisons judged")
  }

  @Test func `T6: ^Z where no shell could bring it back leaves the screen as it is`() async throws {
    // A program that is the terminal's own has no shell to go back to.
    let tmux = try await Tmux(
      [BuiltProgram.podium.path, "label", folder.path(of: "runs.jsonl"), "--rater", "ada"])
    let session = RatingSession(in: tmux, notes: folder)
    try await session.see(comparison: "1/6", saved: 0)
    try await tmux.press("C-z")
    let pane = try await session.see("there is no shell to go back to from here")
    #expect(pane.isOnAlternateScreen && pane.isOpen(comparison: "1/6", saved: 0))
    try await session.decide("a", opening: "2/6", saved: 1)
  }

  @Test func `S2: what is read stays where it is through other sizes`() async throws {
    var campaign = Campaign()
    let text = (1...300).map { "L\($0) of a text" }.joined(separator: "\n")
    campaign.add("long", [text, text])
    try campaign.write(to: folder, as: "long.jsonl")
    let session = try await RatingSession(labeling: "long.jsonl", in: folder)
    try await session.see("L1 of")
    for _ in 0..<60 { try await session.tmux.press("j") }
    let before = try await session.see("L61 of")
    let top = try #require(before.lines.first { $0.contains("L61 of") })
    for (columns, rows) in [(40, 12), (200, 50), (23, 8), (80, 24)] {
      try await session.tmux.resize(columns: columns, rows: rows)
      try await session.see("L61 of")
    }
    try await session.tmux.waitFor("the line where it was", within: RatingSession.patience) {
      $0.lines.contains(top) && $0.lines.first { $0.contains("L") && $0.contains(" of a") } == top
    }
    try await session.quit()
  }

  @Test func `E1: standard input and output may be pipes, and the terminal is used all the same`()
    async throws
  {
    let session = try await bash()
    try await enter("echo typed | \(label) | cat", in: session)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.decide("a", opening: "2/6", saved: 1)
    try await session.tmux.press("q")
    try await session.see("1 of 6 comparisons judged")
  }

  @Test func `E10: help is at most 80 columns wide, on standard output, and what there is not is guessed`()
    async throws
  {
    func run(_ arguments: String...) async throws -> BuiltProgram.Outcome {
      try await BuiltProgram.podium.run(arguments, in: folder.path)
    }
    let root = try await run("--help")
    let commands = root.lines.drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.hasPrefix("  See ") }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first }
    #expect(commands.count >= 16)
    for arguments in [["--help"], ["outbox", "list", "--help"]] + commands.map({ [String($0), "--help"] }) {
      let help = try await BuiltProgram.podium.run(arguments, in: folder.path)
      #expect(help.status == 0 && help.errors.isEmpty)
      #expect(help.lines.allSatisfy { $0.count <= 80 }, "\(arguments)")
    }
    #expect(try await run("nonsense", "--help").status == 2)
    #expect(try await run("--version").text == "0.1.0\n")
    for (arguments, guess) in [
      (["labl"], "label"), (["outbox", "lst"], "list"), (["--verson"], "--version"),
      (["help", "lable"], "label"),
      (["help", "outbox", "shw"], "show"), (["label", "--them", "x"], "--theme"),
      (["label", "--hepl"], "--help"),
      (["labl", "--help"], "label"), (["export", "x", "--fromat=sft"], "--format"),
    ] {
      let outcome = try await BuiltProgram.podium.run(arguments, in: folder.path)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments)")
      #expect(outcome.errors.lowercased().contains("did you mean '\(guess)'"), "\(outcome.errors)")
    }
    #expect(try await run("label", "no-such-file.jsonl").status == 2)
  }

  @Test func `I1: Esc acts within 50 ms`() async throws {
    let session = try RecordedSession(["label", folder.path(of: "runs.jsonl")])
    try await session.waitFor("Which one?")
    // The questions of the start are answered: nothing more may follow an ESC.
    session.type("\u{1B}[?62;22c")
    func timeToClose(by key: String) async throws -> Duration {
      session.type("?")
      try await session.waitFor("Judging")
      let start = ContinuousClock.now
      session.type(key)
      try await session.waitFor("Which one?")
      return .now - start
    }
    // Beside a key for which nobody has to wait, so that a busy machine counts for both.
    var (escape, other) = (Duration.seconds(60), Duration.seconds(60))
    for round in 0..<30 where round < 4 || escape >= other + .milliseconds(50) {
      escape = min(escape, try await timeToClose(by: "\u{1B}"))
      other = min(other, try await timeToClose(by: "?"))
    }
    #expect(escape < other + .milliseconds(50))
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
  }

  @Test(arguments: ["\u{1B}[B", "\u{1B}OB", "\u{1B}[1;1B", "\u{1B}[106u", "\u{1B}[27;1;106~", "j"])
  func `I2: a key is the same key in every form`(down: String) async throws {
    var campaign = Campaign()
    let text = (1...99).map { "row \($0);" }.joined(separator: "\n")
    campaign.add("long", [text, text])
    try campaign.write(to: folder, as: "long.jsonl")
    let session = try RecordedSession(["label", folder.path(of: "long.jsonl")])
    try await session.waitFor("row 15;")
    for number in 19...21 {
      session.type(down)
      try await session.waitFor("row \(number);")
    }
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
  }

  @Test func `O2: the real cursor stands at the focus`() async throws {
    let session = try await RatingSession(in: folder)
    _ = try await session.see(comparison: "1/6", saved: 0)
    // The screen is written before the cursor is put in its place.
    let first = try await session.tmux.waitFor("the cursor on the left", within: RatingSession.patience) {
      $0.cursorColumn < 40 && (1..<22).contains($0.cursorRow)
    }
    try await session.tmux.press("Tab")
    let second = try await session.tmux.waitFor("the cursor on the right", within: RatingSession.patience) {
      $0.cursorColumn >= 40 && $0.cursorRow < 22
    }
    #expect(second.cursorRow == first.cursorRow)
    try await session.tmux.press("/")
    try await session.tmux.type("one")
    try await session.tmux.waitFor("the cursor in the line that is typed", within: RatingSession.patience) {
      $0.isCursorVisible && $0.cursorRow == 23
    }
    try await session.tmux.press("Escape")
    try await session.tmux.waitFor("the focus again", within: RatingSession.patience) { !$0.isCursorVisible }
    try await session.quit()
  }
}
