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
    ("printf 'new\\n' > \"$1\"", "changed: new"), (":", "unchanged"), (": > \"$1\"", "emptied"),
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
    ("touch \"$1~\" \"$1.swp\"; printf b > \"$1\"", "changed: b"),
  ])
  func `whatever an editor does, no text is lost`(script: String, expected: String) throws {
    let folder = try TemporaryFolder()
    let (end, arguments) = try edit("the text", with: script, in: folder)
    let words: String =
      switch end {
      case .changed(let text): "changed: \(text)"
      case .unchanged, .unchangedAtOnce: "unchanged"
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
    #expect(left.isEmpty == (expectation[0] != "kept"))
  }

  @Test func `the file is its owner's alone, and its name says what is in it`() throws {
    let folder = try TemporaryFolder()
    let list = folder.path(of: "modes")
    let (_, arguments) = try edit(
      "{}", kind: .json, with: "stat -c '%a' \"$1\" \"$(dirname \"$1\")\" > \(list)", in: folder)
    #expect(try String(contentsOfFile: list, encoding: .utf8) == "600\n700\n")
    #expect(arguments.last?.hasSuffix("/text.json") == true)
  }

  @Test func `the command is split at blanks, and no shell reads it`() throws {
    let folder = try TemporaryFolder()
    var seen: [String] = []
    let editor = ExternalEditor(
      environment: ["EDITOR": "ed", "VISUAL": "code  --wait $(x)", "TMPDIR": folder.path]
    ) {
      seen = $0
      return .exited(0)
    }
    let end = editor.edit(ExternalEdit(text: "a", kind: .markdown))
    #expect(seen.dropLast() == ["code", "--wait", "$(x)"])
    #expect(end == .unchangedAtOnce(command: "code"))
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
    guard case .failed(let reason) = editor.edit(ExternalEdit(text: "a", kind: .markdown)) else {
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
    let editor = ExternalEditor(environment: ["EDITOR": "/bin/sh \(program.path)", "TMPDIR": folder.path]) {
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
    return (editor.edit(ExternalEdit(text: text, kind: kind)), arguments)
  }
}
