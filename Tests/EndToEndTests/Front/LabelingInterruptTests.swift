import TestSupport
import Testing

@Suite("^C in the built program") struct LabelingInterruptTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Campaign.small.write(to: folder)
  }

  @Test func `once asks, and closes what is open; twice leaves with everything saved`() async throws {
    let session = try await RatingSession(in: folder)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.decide("b", opening: "2/6", saved: 1)
    try await session.rank(["c"], until: ["1st C"])
    try await session.tmux.press("C-c")
    let asked = try await session.see("^C again within a second leaves")
    #expect(asked.isOpen(comparison: "2/6", saved: 1) && !asked.isDead)
    try await session.tmux.press("?")
    try await session.see("Judging")
    try await session.tmux.press("C-c")
    try await session.tmux.waitFor("the runs", within: RatingSession.patience) { !$0.contains("Judging") }
    try await session.tmux.press("j")
    try await session.tmux.press("C-c", "C-c")
    let end = try await session.waitForEnd()
    #expect(end.status == 1 && end.isTerminalAsFound)
    #expect(try await ExportedJudgment.all(in: folder).map(\.letters) == [["B", "A"]])
    let again = try await RatingSession(in: folder)
    try await again.see("1st C")
    #expect(try await again.quit().status == 1)
  }
}
