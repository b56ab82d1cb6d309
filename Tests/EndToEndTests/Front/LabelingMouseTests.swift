import TestSupport
import Testing

/// The mouse and the clipboard, on a terminal that has both.
@Suite struct LabelingMouseTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Campaign.small.write(to: folder)
  }

  @Test func `a click gives the focus, one key gives the mouse back`() async throws {
    let session = try await RatingSession(in: folder)
    let opened = try await session.see(comparison: "1/6", saved: 0)
    #expect(opened.takesMouse)
    try await session.tmux.send(Array("\u{1B}[<0;60;8M\u{1B}[<0;60;8m".utf8))
    try await session.see("[B]")
    try await session.tmux.press("m")
    let released = try await session.see("the mouse selects text")
    #expect(!released.takesMouse)
    try await session.tmux.press("m")
    #expect(try await session.see("the mouse clicks").takesMouse)
    let end = try await session.quit()
    #expect(!end.pane.takesMouse)
  }

  @Test func `who does not want the mouse does not have it taken`() async throws {
    let session = try await RatingSession(in: folder, options: ["--no-mouse"])
    #expect(try await !session.see(comparison: "1/6", saved: 0).takesMouse)
    try await session.quit()
  }

  @Test func `the text in focus goes to the terminal's clipboard`() async throws {
    let session = try await RatingSession(in: folder)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.tmux.press("Tab")
    try await session.see("[B]")
    try await session.tmux.press("y")
    let pane = try await session.see("sent to the clipboard: B")
    let text = try await session.tmux.clipboard()
    // Which of the two stands on the right is drawn for each workspace.
    #expect(["a blue one", "a red one"].contains(text))
    #expect(pane.contains("B, \(text.utf8.count) bytes"))
    try await session.quit()
  }
}
