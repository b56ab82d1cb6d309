import Foundation
import TestSupport
import Testing

/// Editors that do not simply end: they are stopped, stay in the background, or crash.
@Suite struct OwnEditorStoryTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    var campaign = Campaign()
    for index in 1...2 { campaign.add("q\(index)", ["one", "two"]) }
    try campaign.write(to: folder)
  }

  private func editor(_ script: String) throws -> String {
    _ = try folder.write((script + "\n").utf8, to: "editor.sh")
    return "/bin/sh \(folder.path(of: "editor.sh"))"
  }

  /// A shell with job control that has begun to label.
  private func labelingInShell(editingWith script: String) async throws -> RatingSession {
    let tmux = try await Tmux(
      ["bash", "--norc", "--noprofile", "-i"],
      environment: [
        "PS1": "$ ", "PODIUM_RATER": "ada", "VISUAL": script, "XDG_RUNTIME_DIR": folder.path,
      ], columns: 120)
    try await tmux.waitFor("the prompt") { $0.lines.first == "$" }
    try await tmux.type("\(BuiltProgram.podium.path) label \(folder.path(of: "runs.jsonl"))")
    try await tmux.press("Enter")
    let session = RatingSession(in: tmux, notes: folder)
    try await session.see(comparison: "1/2", saved: 0)
    return session
  }

  @Test func `^Z in the editor stops both, and fg goes on in the editor`() async throws {
    let script = try editor("printf 'write: '; read line; printf '%s' \"$line\" > \"$1\"")
    let session = try await labelingInShell(editingWith: script)
    let tmux = session.tmux
    try await tmux.press("E")
    try await session.see("write:")
    try await tmux.press("C-z")
    try await session.see("Stopped")
    try await tmux.type("echo in the shell")
    try await tmux.press("Enter")
    try await tmux.waitFor("the shell") { $0.lines.contains("in the shell") }
    try await tmux.type("fg")
    try await tmux.press("Enter")
    try await tmux.type("after the stop")
    try await tmux.press("Enter")
    try await session.see("taken over from your editor")
    try await tmux.press("C-s")
    try await session.see("✎ corrected")
    try await tmux.press("q")
    try await tmux.waitFor("the shell", within: RatingSession.patience) { !$0.isOnAlternateScreen }
  }

  @Test func `what is ended while ^Z stops it does not wait for the editor`() async throws {
    let script = try editor("printf 'saved so far' > \"$1\"; echo waiting; exec sleep 200")
    let session = try await labelingInShell(editingWith: script)
    let tmux = session.tmux
    try await tmux.press("E")
    try await session.see("waiting")
    try await tmux.press("C-z")
    try await session.see("Stopped")
    try await tmux.type("kill %1; fg; echo status=$?")
    try await tmux.press("Enter")
    try await session.see("status=143")
    #expect(try await drafts().contains("saved so far"))
  }

  @Test func `an editor that goes on in the background is waited for by the same key`() async throws {
    let done = folder.path(of: "done")
    let script = try editor(
      """
      (while [ ! -e '\(folder.path(of: "save"))' ]; do sleep 0.1; done
       printf 'saved in a window' > "$1"; : > '\(done)') > /dev/null 2>&1 < /dev/null &
      """)
    let session = try await RatingSession(
      labeling: "runs.jsonl", in: folder, environment: ["VISUAL": script])
    try await session.see(comparison: "1/2", saved: 0)
    try await session.tmux.press("E")
    try await session.see("came back at once")
    _ = try folder.write("".utf8, to: "save")
    let _: Bool = try await poll("the window", within: RatingSession.patience) {
      FileManager.default.fileExists(atPath: done) ? true : nil
    }
    try await session.tmux.press("C-o")
    try await session.see("taken over from your editor")
    try await session.see("saved in a window")
    try await session.tmux.press("C-s")
    try await session.see("✎ corrected")
    let end = try await session.quit()
    #expect(end.status == 1 && end.isTerminalAsFound)
  }

  @Test func `line by line the editor has the terminal, and the lines come after it`() async throws {
    let script = try editor("printf 'write: '; read line; printf '%s\\nand more' \"$line\" > \"$1\"")
    let session = try await RatingSession(
      labeling: "runs.jsonl", in: folder, options: ["--linear"], environment: ["VISUAL": script])
    try await session.see("1/2>")
    try await session.tmux.type("correct a")
    try await session.tmux.press("Enter")
    try await session.see("write:")
    try await session.tmux.type("from there")
    try await session.tmux.press("Enter")
    try await session.see("2: and more")
    try await session.tmux.type(".editor")
    try await session.tmux.press("Enter")
    try await session.see(".editor\nwrite:")
    try await session.tmux.type("again")
    try await session.tmux.press("Enter")
    try await session.see("1: again")
    try await session.tmux.type(".")
    try await session.tmux.press("Enter")
    try await session.see("the correction of A is kept")
    try await session.tmux.type("quit")
    try await session.tmux.press("Enter")
    try await session.see("status=1;")
  }

  /// All drafts with their texts, as `podium drafts --json` prints them.
  private func drafts() async throws -> String {
    try await BuiltProgram.podium.run(["drafts", folder.path(of: "runs.podium"), "--json"], in: folder.path)
      .text
  }

  @Test(
    arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)],
    ["exec sleep 200", "trap '' TERM HUP INT; while [ -e ready ]; do sleep 0.1; done"])
  func `a signal ends the program at once, and what the editor saved is a draft`(
    signal: (number: Int32, status: Int), goingOn: String
  ) async throws {
    let ready = folder.path(of: "ready")
    let script = try editor(
      "printf 'saved so far' > \"$1\"; stty raw -echo; cd '\(folder.path)'; : > ready; \(goingOn)")
    let session = try await RatingSession(
      labeling: "runs.jsonl", in: folder, environment: ["VISUAL": script, "XDG_RUNTIME_DIR": folder.path])
    try await session.see(comparison: "1/2", saved: 0)
    try await session.tmux.press("E")
    let _: Bool = try await poll("the editor", within: RatingSession.patience) {
      FileManager.default.fileExists(atPath: ready) ? true : nil
    }
    try session.kill(signal.number)
    let end = try await session.waitForEnd()
    #expect(end.status == signal.status && end.isTerminalAsFound)
    #expect(!end.pane.isOnAlternateScreen)
    #expect(try await drafts().contains("saved so far"))
    #expect(end.pane.contains("what your editor left is in"), "the text from before the editor is there")
  }

  @Test func `an editor that a signal stops keeps its file`() async throws {
    let script = try editor(
      "trap 'kill -STOP $$' TERM; trap '' HUP; cd '\(folder.path)'; : > ready; echo waiting; "
        + "while [ -e ready ]; do sleep 0.1; done")
    let session = try await RatingSession(
      labeling: "runs.jsonl", in: folder, environment: ["VISUAL": script, "XDG_RUNTIME_DIR": folder.path])
    try await session.see(comparison: "1/2", saved: 0)
    try await session.tmux.press("E")
    try await session.see("waiting")
    try session.kill(SIGTERM)
    let end = try await session.waitForEnd()
    #expect(end.status == 143 && end.pane.contains("what your editor left is in"))
  }

  @Test func `line by line too, a signal to the program keeps what the editor saved`() async throws {
    let script = try editor(
      "printf 'saved so far' > \"$1\"; : > \"$1.rescued\"; stty raw -echo; echo waiting; exec sleep 200")
    let session = try await RatingSession(
      labeling: "runs.jsonl", in: folder, options: ["--linear"],
      environment: ["VISUAL": script, "XDG_RUNTIME_DIR": folder.path])
    try await session.see("1/2>")
    try await session.tmux.type("correct a")
    try await session.tmux.press("Enter")
    try await session.see("waiting")
    try session.kill(SIGTERM)
    let end = try await session.waitForEnd()
    #expect(end.status == 143 && end.isTerminalAsFound)
    #expect(end.pane.contains("what your editor left is in"), "what the editor rescued is not deleted")
    #expect(try await drafts().contains("saved so far"))
  }

  @Test func `line by line, a ^C in the editor is the editor's`() async throws {
    let script = try editor(
      "trap 'printf interrupted > \"$1\"; exit 0' INT; echo waiting; while :; do sleep 0.1; done")
    let session = try await RatingSession(
      labeling: "runs.jsonl", in: folder, options: ["--linear"], environment: ["VISUAL": script])
    try await session.see("1/2>")
    try await session.tmux.type("correct a")
    try await session.tmux.press("Enter")
    try await session.see("waiting")
    try await session.tmux.press("C-c")
    try await session.see("1: interrupted")
    try await session.tmux.type(".")
    try await session.tmux.press("Enter")
    try await session.see("the correction of A is kept")
    try await session.tmux.type("quit")
    try await session.tmux.press("Enter")
    try await session.see("status=1;")
  }

  @Test func `an editor that crashes with the terminal in disorder leaves it in order`() async throws {
    let script = try editor("stty raw -echo; printf '\\033[?1049h\\033[?1000h half' > /dev/tty; kill -9 $$")
    let session = try await RatingSession(
      labeling: "runs.jsonl", in: folder, environment: ["VISUAL": script])
    try await session.see(comparison: "1/2", saved: 0)
    try await session.tmux.press("E")
    try await session.see("was killed by signal 9")
    try await session.tmux.type("still ")
    try await session.see("1 word changed · 3 → 9 characters")
    try await session.tmux.press("C-s")
    try await session.see("✎ corrected")
    let end = try await session.quit()
    #expect(end.status == 1 && end.isTerminalAsFound)
  }
}
