import Glibc
import TestSupport
import Testing

/// The driver itself, on programs that are everywhere.
@Suite struct TmuxTests {
  /// tmux may lose the last words of a program that ends at once.
  private func staying(_ script: String) -> [String] { ["sh", "-c", script + "; exec cat"] }

  @Test func `keys, text and bytes arrive`() async throws {
    let tmux = try await Tmux(["cat", "-v"], columns: 40, rows: 10)
    try await tmux.type("Enter ;x -l")
    try await tmux.press("Enter")
    try await tmux.waitFor("the echo and cat's line") {
      $0.lines.prefix(2) == ["Enter ;x -l", "Enter ;x -l"]
    }
    try await tmux.send([0x1B, 0x5B, 0x41, 0x0D])
    try await tmux.waitFor("the bytes") { $0.contains("^[[A\n^[[A") }
  }

  @Test func `the environment holds what was given`() async throws {
    let tmux = try await Tmux(staying("env"), environment: ["GREETING": "hello ; there"])
    try await tmux.waitFor("the environment") {
      $0.lines.contains("GREETING=hello ; there") && $0.lines.contains("TERM=tmux-256color")
    }
  }

  @Test func `a paste is marked for those who ask for it`() async throws {
    let tmux = try await Tmux(["sh", "-c", #"printf '\033[?2004h'; exec cat -v"#])
    // cat's line editing does not show the marks before the line ends.
    try await poll("the mode") {
      try await tmux.paste("a b\n")
      return try await tmux.pane().contains("^[[200~a b") ? () : nil
    }
  }

  @Test func `the size is as asked, and changes`() async throws {
    let tmux = try await Tmux(["sh", "-c", "while :; do stty size; read line; done"], columns: 33, rows: 11)
    try await tmux.waitFor("the first size") { $0.contains("11 33") }
    try await tmux.resize(columns: 50, rows: 20)
    try await tmux.press("Enter")
    try await tmux.waitFor("the second size") { $0.contains("20 50") }
  }

  @Test func `a program on the alternate screen is seen there`() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("one\ntwo\n".utf8, to: "file")
    let tmux = try await Tmux(["less", file])
    let inside = try await tmux.waitFor("the text") { $0.contains("two") }
    #expect(inside.isOnAlternateScreen)
    try await tmux.press("q")
    #expect(try await tmux.waitFor("the end") { $0.isDead }.exitStatus == 0)
  }

  @Test func `a signal's number is known`() async throws {
    let tmux = try await Tmux(staying("echo ready"))
    let pane = try await tmux.waitFor("the program") { $0.contains("ready") }
    kill(pane.process, SIGHUP)
    #expect(try await tmux.waitFor("the end") { $0.isDead }.signal == SIGHUP)
  }

  @Test func `waiting in vain shows the pane`() async throws {
    let tmux = try await Tmux(staying("echo something else"))
    try await tmux.waitFor("the text") { $0.contains("something else") }
    let error = await #expect(throws: TimedOut.self) {
      try await tmux.waitFor("nothing", within: .milliseconds(50)) { _ in false }
    }
    #expect(error.map(String.init(describing:))?.contains("|something else") == true)
  }

  @Test func `what is copied by OSC 52 can be read`() async throws {
    let tmux = try await Tmux(staying(#"printf '\033]52;c;aGVsbG8=\007'"#))
    try await poll("the clipboard") { (try? await tmux.clipboard()) == "hello" ? () : nil }
  }

  @Test func `styles can be read`() async throws {
    let tmux = try await Tmux(staying(#"printf '\033[1mbold'"#))
    try await tmux.waitFor("the text") { $0.contains("bold") }
    #expect(try await tmux.styledText().contains("\u{1B}[1mbold"))
  }
}
