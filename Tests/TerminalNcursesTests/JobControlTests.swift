import TestSupport
import Testing

/// The probe program as a job of a shell, in a real terminal emulator.
@Suite struct JobControlTests {
  private let tmux: Tmux
  private let probe: String

  init() async throws {
    probe = try builtExecutable("TerminalProbe")
    tmux = try await Tmux(["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "$ "], columns: 100)
    try await tmux.waitFor("the prompt") { $0.lines.first == "$" }
  }

  private func command(_ line: String) async throws {
    try await tmux.type(line)
    try await tmux.press("Enter")
  }

  @Test func `the shell's screen is back after leaving`() async throws {
    try await command("echo before")
    try await tmux.waitFor("the echo") { $0.contains("before\n") }
    try await command(probe)
    let inside = try await tmux.waitFor("the probe") { $0.contains("ready") }
    #expect(inside.isOnAlternateScreen)
    #expect(inside.title == "probe ready")
    #expect(inside.cursorColumn == 2 && inside.cursorRow == 1)
    #expect(!inside.contains("before"))
    try await tmux.press("q")
    let after = try await tmux.waitFor("the shell") { !$0.isOnAlternateScreen }
    #expect(after.contains("before"))
    #expect(after.isCursorVisible)
    #expect(!after.takesMouse && !after.keypadCursor)
    #expect(after.title != "probe ready")
  }

  @Test func `the shell sees which signal ended the program`() async throws {
    try await command("\(probe); echo status=$?")
    try await tmux.waitFor("the probe") { $0.contains("ready") }
    try await command("")
    try await tmux.waitFor("a key") { $0.contains("key 13") }
    try await tmux.press("k")
    try await tmux.waitFor("the status") { $0.contains("status=143") }
  }

  @Test func `^Z stops the job, and fg brings back screen, paste and mouse`() async throws {
    try await command(probe)
    try await tmux.waitFor("the probe") { $0.contains("ready") }
    try await tmux.press("m")
    try await tmux.waitFor("the mouse") { $0.takesMouse && $0.contains("mouse true") }
    try await tmux.press("C-z")
    let stopped = try await tmux.waitFor("the shell") { $0.contains("Stopped") }
    #expect(!stopped.isOnAlternateScreen && !stopped.takesMouse && !stopped.keypadCursor)
    try await command("fg")
    let back = try await tmux.waitFor("the probe") { $0.contains("continued") }
    #expect(back.isOnAlternateScreen && back.takesMouse && back.keypadCursor)
    try await tmux.paste("two words")
    try await tmux.waitFor("a marked paste") { $0.contains(#"\u{1B}[200~two words\u{1B}[201~"#) }
  }

  @Test func `the size may change while the job is stopped`() async throws {
    try await command(probe)
    try await tmux.waitFor("the probe") { $0.contains("ready") }
    try await tmux.press("C-z")
    try await tmux.waitFor("the shell") { $0.contains("Stopped") }
    try await tmux.resize(columns: 71, rows: 17)
    try await command("fg")
    try await tmux.waitFor("the news of it") { $0.contains("resized │ 71x17") && $0.isOnAlternateScreen }
  }

  @Test func `a stop that cannot be caught is repaired on continuing`() async throws {
    try await command(probe)
    let pane = try await tmux.waitFor("the probe") { $0.contains("ready") }
    #expect(pane.isOnAlternateScreen)
    try await tmux.press("s")
    try await tmux.waitFor("the shell") { $0.contains("Stopped") }
    try await command("fg")
    try await tmux.waitFor("a repaired screen") {
      $0.isOnAlternateScreen && $0.contains("refreshed") && !$0.contains("Stopped")
    }
  }

  @Test func `many changes of size leave the last one on the screen`() async throws {
    try await command(probe)
    try await tmux.waitFor("the probe") { $0.contains("ready") }
    for (columns, rows) in [(1, 1), (20, 5), (200, 1), (1, 50), (80, 24)] {
      try await tmux.resize(columns: columns, rows: rows)
    }
    try await tmux.waitFor("the last size") { $0.contains("80x24") }
  }
}
