import Foundation
import TestSupport
import Testing

/// Raters who write: what they wrote is there, whatever happens.
@Suite struct EditingStoryTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    var campaign = Campaign()
    for index in 1...2 { campaign.add("q\(index)", ["空は青い。", "空は青い。"]) }
    try campaign.write(to: folder)
  }

  @Test func `a correction is written, survives a kill, and goes with the verdict`() async throws {
    let first = try await RatingSession(labeling: "runs.jsonl", in: folder)
    try await first.see(comparison: "1/2", saved: 0)
    try await first.tmux.press("e")
    try await first.see("[Correction of A]")
    try await first.tmux.press("End")
    try await first.tmux.type("مرحبا half a sentence")
    try await first.see("half a sentence")
    let _: Bool = try await poll("the draft in the workspace", within: .seconds(20)) {
      isInWorkspace("half a sentence") ? true : nil
    }
    try first.kill(SIGKILL)
    try await first.see("=137;")

    let second = try await RatingSession(labeling: "runs.podium", in: folder)
    try await second.see("[Correction of A]")
    try await second.see("half a sentence")
    try await second.tmux.type(", done")
    try await second.see("half a sentence, done")
    try await second.tmux.press("C-s")
    try await second.see("✎ corrected")
    try await second.decide("a", opening: "2/2", saved: 1)
    try await second.quit()
    let export = try await BuiltProgram.podium.run(
      ["export", folder.path(of: "runs.podium"), "--format", "jsonl"], in: folder.path)
    #expect(export.text.contains("空は青い。مرحبا half a sentence, done"))
  }

  @Test func `a large paste is one step, and hides nothing`() async throws {
    let session = try await RatingSession(labeling: "runs.jsonl", in: folder)
    try await session.see(comparison: "1/2", saved: 0)
    try await session.tmux.press("c")
    try await session.see("[Comment]")
    try await session.tmux.paste(String(repeating: "q line\u{1B}[2J\n", count: 8000))
    try await session.see("line 8001/8001")
    try await session.press("C-z", afterPasteUntil: "line 1/1")
    try await session.tmux.press("Escape")
    try await session.see("can't judge")
    try await session.quit()
  }

  @Test func `the rater's own editor has the terminal, and gives it back`() async throws {
    let script = folder.path(of: "editor.sh")
    let lines =
      "stty -a > '\(folder.path(of: "terminal"))'\nprintf 'write: '; read line\nprintf '%s' \"$line\" > \"$1\"\n"
    _ = try folder.write(lines.utf8, to: "editor.sh")
    let session = try await RatingSession(
      labeling: "runs.jsonl", in: folder, environment: ["VISUAL": "/bin/sh \(script)"])
    try await session.see(comparison: "1/2", saved: 0)
    try await session.tmux.press("E")
    let pane = try await session.see("write:")
    #expect(!pane.isOnAlternateScreen)
    try await session.tmux.type("from elsewhere")
    try await session.tmux.press("Enter")
    try await session.see("taken over from your editor")
    let terminal = String(decoding: try folder.contents(of: "terminal"), as: UTF8.self)
    #expect(terminal.contains(" icanon") && terminal.contains(" echo "))
    try await session.tmux.press("C-o")
    try await session.see("write:")
    // ^C is the editor's.
    try await session.tmux.press("C-c")
    try await session.see("was killed by signal 2")
    try await session.see("from elsewhere")
    try await session.tmux.press("C-s")
    try await session.see("✎ corrected")
    let end = try await session.quit()
    #expect(end.status == 1 && end.isTerminalAsFound)
  }

  @Test func `the editor has the terminal, wherever the program's own streams lead`() async throws {
    let notes = folder.path(of: "streams")
    let editor = try folder.write(
      "exec 3>'\(notes)'; for n in 0 1 2; do [ -t $n ] && echo $n >&3; done\nprintf 'by the editor' > \"$1\"\n"
        .utf8,
      to: "editor.sh")
    let script = #""$0" label "$1" --rater ada </dev/null >"$1.out" 2>"$1.err"; echo "status=$?;"; exec cat"#
    let tmux = try await Tmux(
      ["sh", "-c", script, BuiltProgram.podium.path, folder.path(of: "runs.jsonl")],
      environment: ["EDITOR": "/bin/sh \(editor)"])
    let session = RatingSession(in: tmux, notes: folder)
    try await session.see(comparison: "1/2", saved: 0)
    try await tmux.press("E")
    try await session.see("taken over from your editor")
    #expect(String(decoding: try folder.contents(of: "streams"), as: UTF8.self) == "0\n1\n2\n")
    #expect(try folder.contents(of: "runs.jsonl.out").isEmpty)
  }

  @Test func `closed standard streams do not make a session a failure`() async throws {
    let script = #""$0" label "$1" --rater ada <&- >&- 2>&-; echo "status=$?;"; exec cat"#
    let tmux = try await Tmux(
      ["sh", "-c", script, BuiltProgram.podium.path, folder.path(of: "runs.jsonl")])
    let session = RatingSession(in: tmux, notes: folder)
    try await session.see(comparison: "1/2", saved: 0)
    try await tmux.press("q")
    try await tmux.waitFor("the end", within: RatingSession.patience) { $0.contains("status=1;") }
  }

  private func isInWorkspace(_ text: String) -> Bool {
    ["runs.podium", "runs.podium-wal"].contains { name in
      let bytes = (try? folder.contents(of: name)) ?? []
      return Data(bytes).range(of: Data(text.utf8)) != nil
    }
  }
}
