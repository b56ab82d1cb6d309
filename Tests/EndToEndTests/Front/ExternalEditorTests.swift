import Foundation
import LabelingUI
import TerminalNcurses
import TestSupport
import Testing

@testable import podium

@Suite struct ExternalEditorTests {
  /// A fake editor, written in shell: `$1` is the file.
  @Test(arguments: [
    ("printf 'new text' > \"$1\"", "changed: new text"),
    ("printf 'new\\n' > \"$1\"", "changed: new"), (":", "at once"), (": > \"$1\"", "emptied"),
    ("printf ' \\n' > \"$1\"", "emptied"),
    ("printf x > \"$1\"; exit 3", "kept: ended with status 3"), ("exit 3", "failed: ended with status 3"),
    ("printf x > \"$1\"; kill -9 $$", "kept: was killed by signal 9"),
    ("printf 'a\\nb\\377\\n' > \"$1\"", "kept: line 2 is no valid UTF-8"),
    ("printf 'a\\nb\\nc\\033[31m' > \"$1\"", "kept: line 3 has the control character U+001B"),
    ("printf 'a\\000' > \"$1\"", "kept: line 1 has the control character U+0000"),
    ("rm \"$1\"; ln -s /etc/passwd \"$1\"", "kept: has become a link"),
    ("rm \"$1\"", "failed: the file is gone"),
    ("printf other > \"$1.new\"; mv \"$1.new\" \"$1\"", "changed: other"),
    ("printf moded > \"$1\"; chmod 000 \"$1\"", "changed: moded"),
    ("rm \"$1\"; mkdir \"$1\"", "kept: has become a link or something else"),
    ("rm \"$1\"; mkfifo \"$1\"", "kept: has become a link or something else"),
    ("truncate -s 100M \"$1\"", "kept: it has 104857600 bytes"),
    ("rm -r \"$(dirname \"$1\")\"", "failed: the file is gone"),
    ("touch \"$1~\" \"$1.swp\"; printf b > \"$1\"", "changed: b"),
  ])
  func `whatever an editor does, no text is lost`(script: String, expected: String) throws {
    let folder = try TemporaryFolder()
    let (end, arguments) = try edit("the text", with: script, in: folder)
    let words: String =
      switch end {
      case .changed(let text): "changed: \(text)"
      case .unchanged: "unchanged"
      case .unchangedAtOnce(_, let path): path == arguments.last ? "at once" : "at once, elsewhere"
      case .emptied: "emptied"
      case .failed(let reason): reason
      }
    let path = try #require(arguments.last)
    let expectation = expected.split(separator: ": ", maxSplits: 1).map(String.init)
    if expectation[0] == "kept" || expectation[0] == "failed" {
      #expect(words.contains(expectation[1]), "\(words)")
      #expect(words.contains("Your text is as it was"))
      #expect(words.contains(path) == (expectation[0] == "kept"))
    } else {
      #expect(words == expected)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix("podium-")
    }
    #expect(left.isEmpty == !["kept", "at once"].contains(expectation[0]))
  }

  @Test func `what a window saved later is taken over when the text is opened again`() throws {
    let folder = try TemporaryFolder()
    var left: EditedFile?
    var starts = 0
    let editor = ExternalEditor(environment: ["EDITOR": "window", "TMPDIR": folder.path], clock: { .zero }) {
      _ in
      starts += 1
      return .exited(0)
    }
    let edit = ExternalEdit(text: "the text", kind: .markdown)
    let path = try #require(
      { if case .unchangedAtOnce("window", let path) = $0 { path } else { nil } }(
        editor.edit(edit, left: &left)))
    try "saved late".write(toFile: path, atomically: false, encoding: .utf8)
    #expect(editor.edit(edit, left: &left) == .changed("saved late"))
    #expect(starts == 1 && left == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    // Nothing was saved: the editor opens again, and the file that nobody changed goes.
    _ = editor.edit(edit, left: &left)
    _ = editor.edit(edit, left: &left)
    #expect(starts == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    // The text was changed here meanwhile: what the window saved stays where it is.
    let second = try #require(left)
    try "saved".write(toFile: second.path, atomically: false, encoding: .utf8)
    let other = ExternalEdit(text: "other", kind: .markdown)
    guard case .failed(let reason) = editor.edit(other, left: &left) else {
      Issue.record("nobody was told where it is")
      return
    }
    #expect(reason.contains(second.path) && starts == 3)
    #expect(FileManager.default.fileExists(atPath: second.path))
    _ = editor.edit(other, left: &left)
    #expect(starts == 4 && left?.original == "other")
  }

  @Test(arguments: [
    (0, "the te", ["changed"]), (-15, "the te", ["changed", "text-before.md", "text.md"]),
    (1, "the te", ["changed", "text-before.md", "text.md"]),
    (nil, "the te", ["changed", "text-before.md", "text.md"]), (nil, "the text", ["unchanged", "text.md"]),
    (-15, "the text", ["unchanged"]), (-15, "", ["emptied"]),
  ])
  func `what a dying editor wrote half does not do away with the text from before`(
    status: Int?, written: String, expected: [String]
  ) throws {
    let folder = try TemporaryFolder()
    var left: EditedFile?
    let editor = ExternalEditor(environment: ["EDITOR": "ed", "TMPDIR": folder.path]) { words in
      try? written.write(toFile: words.last ?? "", atomically: false, encoding: .utf8)
      return .interrupted(status: status)
    }
    let name: String? =
      switch editor.edit(ExternalEdit(text: "the text", kind: .markdown), left: &left) {
      case .changed(written): "changed"
      case .unchanged: "unchanged"
      case .emptied: "emptied"
      default: nil
      }
    let kept = try left?.leftBehind(isInterrupted: true).map(FileManager.default.contentsOfDirectory) ?? []
    #expect([name] + kept.sorted() == expected)
    if let file = left, kept.contains("text-before.md") {
      #expect(try String(contentsOfFile: file.folder + "/text-before.md", encoding: .utf8) == "the text")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty == (left == nil))
  }

  @Test(arguments: [
    ("code", ["code", "--wait"]), ("/usr/bin/code -n", ["/usr/bin/code", "--wait", "-n"]),
    ("code -w", ["code", "-w"]), ("subl --wait", ["subl", "--wait"]), ("gvim", ["gvim", "--nofork"]),
    ("gvim -f", ["gvim", "-f"]), ("kate", ["kate", "--block"]), ("vim", ["vim"]),
    ("emacsclient -n", ["emacsclient", "-n"]),
    ("ed --flag \"two words\"", ["ed", "--flag", "two words"]),
  ])
  func `programs with windows are told to wait`(command: String, words: [String]) throws {
    #expect(try EditorCommandLine(environment: ["EDITOR": command]).words == words)
  }

  @Test func `what only a shell could do starts nothing`() {
    var left: EditedFile?
    let editor = ExternalEditor(environment: ["EDITOR": "vi; rm -r x"]) { _ in
      Issue.record("something was started")
      return .exited(0)
    }
    guard case .failed(let reason) = editor.edit(ExternalEdit(text: "a", kind: .markdown), left: &left) else {
      Issue.record("nothing failed")
      return
    }
    #expect(reason.hasPrefix("EDITOR: ';' is for a shell") && reason.hasSuffix("Your text is as it was"))
  }

  @Test func `a file that cannot be read to its end is not taken for a shorter one`() throws {
    let folder = try TemporaryFolder()
    let descriptor = open(try folder.write("text".utf8, to: "text"), O_WRONLY)
    defer { close(descriptor) }
    #expect(throws: EditedFile.Fault.self) { try EditedFile.contents(of: descriptor) }
  }

  @Test func `the file is its owner's alone, and its name says what is in it`() throws {
    let folder = try TemporaryFolder()
    let list = folder.path(of: "modes")
    let (_, arguments) = try edit(
      "{}", kind: .json, with: "stat -c '%a' \"$1\" \"$(dirname \"$1\")\" > \(list)", in: folder)
    #expect(try String(contentsOfFile: list, encoding: .utf8) == "600\n700\n")
    #expect(arguments.last?.hasSuffix("/text.json") == true)
  }

  @Test func `the command is split as a shell would, and no shell reads it`() throws {
    let folder = try TemporaryFolder()
    var seen: [String] = []
    let editor = ExternalEditor(
      environment: ["EDITOR": "ed", "VISUAL": "code  --wait '$(x)'", "TMPDIR": folder.path]
    ) {
      seen = $0
      return .exited(0)
    }
    var left: EditedFile?
    let end = editor.edit(ExternalEdit(text: "a", kind: .markdown), left: &left)
    #expect(seen.dropLast() == ["code", "--wait", "$(x)"])
    #expect(end == .unchangedAtOnce(command: "code", path: seen.last ?? ""))
  }

  @Test func `control characters that the text had may stay`() throws {
    let (end, _) = try edit("a\u{1B}[0m", with: "printf 'b\\033[0m' > \"$1\"", in: try TemporaryFolder())
    #expect(end == .changed("b\u{1B}[0m"))
  }

  @Test func `a program that there is not is named`() throws {
    let folder = try TemporaryFolder()
    let editor = ExternalEditor(environment: ["EDITOR": "nope", "TMPDIR": folder.path]) { _ in
      .notStarted(2)
    }
    var left: EditedFile?
    guard case .failed(let reason) = editor.edit(ExternalEdit(text: "a", kind: .markdown), left: &left) else {
      Issue.record("it was found")
      return
    }
    #expect(reason.hasPrefix("there is no program nope"))
  }

  private func edit(
    _ text: String, kind: ExternalEdit.Kind = .markdown, with script: String, in folder: TemporaryFolder
  ) throws -> (ExternalEditEnd, [String]) {
    let program = URL(filePath: folder.path(of: "editor"))
    try ("#!/bin/sh\n" + script + "\n").write(to: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    var arguments: [String] = []
    let editor = ExternalEditor(
      environment: ["EDITOR": "/bin/sh \(program.path)", "TMPDIR": folder.path], clock: { .zero }
    ) {
      words in
      arguments = words
      let process = Process()
      process.executableURL = URL(filePath: words[0])
      process.arguments = Array(words.dropFirst())
      do { try process.run() } catch { return .notStarted(2) }
      process.waitUntilExit()
      return process.terminationReason == .uncaughtSignal
        ? .killed(signal: Int(process.terminationStatus)) : .exited(Int(process.terminationStatus))
    }
    var left: EditedFile?
    return (editor.edit(ExternalEdit(text: text, kind: kind), left: &left), arguments)
  }
}
