import TestSupport
import Testing

/// What comes in from the terminal and is no considered judgment.
@Suite struct LabelingInputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Campaign.small.write(to: folder)
  }

  /// Opens the keys' list and leaves: when that is seen, everything typed before has been read.
  private func quitAfterAll(_ session: RatingSession) async throws {
    try await session.tmux.press("?")
    try await session.see("Esc closes")
    try await session.tmux.press("?")
    #expect(try await session.quit().status == 1)
  }

  @Test func `keys typed ahead judge nothing but what is on the screen`() async throws {
    let session = try await RatingSession(in: folder)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.decide("bbbbgxn==aa", opening: "2/6", saved: 1)
    try await quitAfterAll(session)
    #expect(try await ExportedJudgment.all(in: folder).map(\.letters) == [["B", "A"]])
  }

  @Test func `keys typed before the first comparison judge nothing`() async throws {
    let session = try RecordedSession(["label", folder.path(of: "runs.jsonl")])
    // The shell's terminal keeps them for whoever reads next.
    session.type("aaa===ggg")
    try await session.waitFor(comparison: "1/6")
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(1))
    #expect(try await ExportedJudgment.all(in: folder).isEmpty)
  }

  @Test(arguments: [("a", 1), ("a\nb\n=\nq\n", 1), ("gggg\u{1B}[201~uc=a\rq", 1), ("ab=", 5000)])
  func `a paste judges nothing`(text: String, times: Int) async throws {
    let session = try await RatingSession(in: folder)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.decide("a", opening: "2/6", saved: 1)
    try await session.rank(["c"], until: ["1st C   – A B"])
    try await session.tmux.paste(String(repeating: text, count: times))
    try await session.see("pasted text is ignored here")
    try await session.see("1st C   – A B")
    try await session.rank(["b"], until: ["1st C   2nd B   – A"])
    try await session.tmux.press("BSpace", "BSpace")
    try await quitAfterAll(session)
    #expect(try await ExportedJudgment.all(in: folder).count == 1)
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:aaaa/bbbb/cccc\u{1B}\\", "\u{1B}[?1;2c", "\u{1B}[12;34R", "\u{1B}P>|xterm(a=b)\u{1B}\\",
    "\u{1B}[I\u{1B}[O",
    "\u{1B}[<0;10;10M\u{1B}[<0;10;10m", "\u{1B}[?2026;2$y", "\u{1B}_Ga=g\u{1B}\\",
  ])
  func `an answer of the terminal that nobody asked for judges nothing`(answer: String) async throws {
    let session = try await RatingSession(in: folder)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.decide("a", opening: "2/6", saved: 1)
    try await session.rank(["c"], until: ["1st C   – A B"])
    try await session.tmux.send(Array(answer.utf8))
    try await session.rank(["b"], until: ["1st C   2nd B   – A"])
    try await session.tmux.press("BSpace", "BSpace")
    try await quitAfterAll(session)
    #expect(try await ExportedJudgment.all(in: folder).count == 1)
  }
}
