import Foundation
import TestSupport
import Testing

@testable import podium

/// Long help on a terminal, and the program that `$PAGER` names.
@Suite struct PagerTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func script(_ text: String) throws -> String {
    let path = try folder.write("#!/bin/sh\n\(text)\n".utf8, to: "pager")
    chmod(path, 0o700)
    return path
  }

  private func show(_ arguments: [String], pager: String, rows: Int = 24) async throws -> String {
    let session = try RecordedSession(
      arguments, environment: ["PAGER": pager, "PATH": "/usr/bin:/bin"], rows: rows)
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.hasTerminalAsFound)
    return String(decoding: session.bytes, as: UTF8.self)
  }

  @Test(arguments: [["help", "label"], ["label", "--help"], ["keys"]])
  func `gets what is longer than the screen, with its own words`(arguments: [String]) async throws {
    let kept = folder.path(of: "kept")
    let pager = try script("cat > '\(kept)'; echo \"paged $# $1\"")
    let shown = try await show(arguments, pager: "  \(pager)\t--one  two ")
    #expect(shown == "paged 2 --one\r\n")
    let plain = try await BuiltProgram.podium.run(arguments, in: folder.path, environment: ["PAGER": pager])
    #expect(try folder.contents(of: "kept") == plain.output && plain.output.count > 2000)
  }

  @Test func `is not asked for what fits, nor in a pipe, nor where it is empty or cat`() async throws {
    let pager = try script("echo paged")
    #expect(try await !show(["--version"], pager: pager).contains("paged"))
    #expect(try await !show(["help", "label"], pager: pager, rows: 500).contains("paged"))
    for none in ["", " ", "cat"] {
      #expect(try await show(["help", "label"], pager: none).contains("USAGE: podium label"))
    }
    let piped = try await BuiltProgram.podium.run(
      ["help", "label"], in: folder.path, environment: ["PAGER": pager])
    #expect(piped.text.contains("USAGE: podium label") && !piped.text.contains("paged"))
  }

  @Test(arguments: ["/nonexistent/pager -x", "false"])
  func `that shows nothing loses nothing`(pager: String) async throws {
    let shown = try await show(["help", "label"], pager: pager)
    #expect(shown.contains("USAGE: podium label") && shown.contains("--replay"))
  }

  @Test func `has its words split as a shell would, and what only a shell could do is told`() async throws {
    let pager = try script("echo \"paged $# $2\"")
    #expect(
      try await show(["help", "label"], pager: "'\(pager)' -x \"two words\"") == "paged 2 two words\r\n")
    let told = try await show(["help", "label"], pager: "\(pager) | cat")
    #expect(told.contains("podium: PAGER: '|' is for a shell") && told.contains("USAGE: podium label"))
  }

  @Test(arguments: ["true", "head -n 1"])
  func `that ends early is no error`(pager: String) async throws {
    let shown = try await show(["help", "label"], pager: pager)
    #expect(shown.split(separator: "\r\n").count <= 1)
  }

  @Test func `has the terminal, is stopped by ^Z, and goes on with fg`() async throws {
    let pager = try script("cat; echo reading; read answer </dev/tty; echo \"read $answer\"")
    let tmux = try await Tmux(
      ["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "$ ", "PAGER": pager], columns: 100)
    try await tmux.waitFor("the prompt") { $0.lines.first == "$" }
    try await tmux.type("\(BuiltProgram.podium.path) help label; echo \"status $?\"")
    try await tmux.press("Enter")
    try await tmux.waitFor("the pager", within: RatingSession.patience) { $0.lines.contains("reading") }
    try await tmux.press("C-z")
    try await tmux.waitFor("the shell", within: RatingSession.patience) { $0.contains("Stopped") }
    try await tmux.type("fg")
    try await tmux.press("Enter")
    try await tmux.type("hello")
    try await tmux.press("Enter")
    try await tmux.waitFor("the end", within: RatingSession.patience) { $0.contains("read hello") }
    try await tmux.type("echo again")
    try await tmux.press("Enter")
    try await tmux.waitFor("the shell again", within: RatingSession.patience) { $0.lines.contains("again") }
  }

  @Test func `is a program and its arguments`() {
    #expect(Pager(.standard, environment: ["PAGER": "less -R"]).words == ["less", "-R"])
    #expect(
      Pager(.standard, environment: ["PAGER": " cat "]).words.isEmpty
        && Pager(.standard, environment: ["PAGER": ""]).words.isEmpty)
    #expect(Pager(.standard, environment: ["PAGER": "cat -n"]).words == ["cat", "-n"])
  }

  @Test func `rows are counted as the terminal breaks them`() {
    #expect(Pager.rows(of: "a\nb\n", columns: 80) == 2)
    #expect(Pager.rows(of: String(repeating: "x", count: 161) + "\n\n", columns: 80) == 4)
    #expect(Pager.rows(of: "a\n", columns: nil) == 1)
  }
}
