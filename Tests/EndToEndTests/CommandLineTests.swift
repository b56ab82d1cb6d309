import ArgumentParser
import Foundation
import StrictJSON
import Terminal
import TestSupport
import Testing

@testable import podium

@Suite struct CommandLineTests {
  @Test func `a report for a terminal keeps its lines and spells what steers`() {
    let report = Array("--- a\n+\tb\u{1B}[2J\u{202E}é漢\n".utf8)
    let shown = VisibleText.forTerminal(report, isJSON: false)
    #expect(String(decoding: shown, as: UTF8.self) == "--- a\n+\tb\\u{1b}[2J\\u{202e}é漢\n")
    let json = VisibleText.forTerminal(Array("\"\u{9B}\u{E0041}\"\n".utf8), isJSON: true)
    #expect(String(decoding: json, as: UTF8.self) == "\"\\u009b\\udb40\\udc41\"\n")
  }

  @Test func `JSON for a terminal means the same, whatever it hides`() throws {
    let value = JSONValue.string(
      "a\u{3164}" + String(repeating: "\u{301}", count: 7) + "é👩\u{200D}🔧\t\u{E0100}")
    let text = VisibleText.json(value)
    #expect(try JSONParser.parse(text.utf8) == value)
  }

  @Test(arguments: [
    ("runs.jsonl", "runs.podium"), ("data/runs.v2.jsonl", "data/runs.v2.podium"),
    ("/tmp/runs", "/tmp/runs.podium"),
    ("./a b.json", "./a b.podium"), ("x", "x.podium"), ("/x", "/x.podium"),
    ("/tmp/\u{301}x.jsonl", "/tmp/\u{301}x.podium"),
  ])
  func `an input's workspace stands beside it`(input: String, workspace: String) throws {
    #expect(try WorkspaceLocation(of: input) == WorkspaceLocation(path: workspace, input: input))
    #expect(try WorkspaceLocation(of: input, workspace: "w.podium").path == "w.podium")
    #expect(try WorkspaceLocation(of: workspace) == WorkspaceLocation(path: workspace, input: nil))
  }

  @Test func `a limit on the size of files is an error, and no end by a signal`() async throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(ImportCommandTests.record("a").utf8, to: "runs.jsonl")
    let outcome = try await BuiltProgram(path: "/bin/sh").run(
      ["-c", #"ulimit -f 8; exec "$0" import runs.jsonl"#, BuiltProgram.podium.path], in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("runs.podium: the disk failed"), "\(outcome.errors)")
  }

  @Test func `a workspace is known by what it holds, whatever it is called`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("SQLite format 3\0 and so on".utf8, to: "renamed.db")
    #expect(try WorkspaceLocation(of: path) == WorkspaceLocation(path: path, input: nil))
  }

  @Test func `the rater is named by the option, the environment or the login, in this order`() throws {
    let option = try RaterOption.parse(["--rater", "ada"])
    #expect(try option.name(environment: ["PODIUM_RATER": "bob"]) == "ada")
    #expect(try RaterOption.parse([]).name(environment: ["PODIUM_RATER": "bob"]) == "bob")
    #expect(try !RaterOption.parse([]).name(environment: ["PODIUM_RATER": ""]).isEmpty)
  }

  @Test(arguments: [("runs.podium", "other.podium"), ("-", nil)] as [(String, String?)])
  func `a workspace that is not named clearly is asked for`(argument: String, workspace: String?) {
    #expect(throws: CommandFailure.self) { try WorkspaceLocation(of: argument, workspace: workspace) }
  }

  @Test(arguments: [
    ["label", "x.podium", "--break-reminder", "9223372036854775807"],
    ["label", "x.podium", "--break-reminder", "0"],
    ["outbox", "list", "x.podium", "--limit", "9223372036854775807"],
    ["submit", "x.podium", "--patience", "99999999999999999"],
  ])
  func `numbers that nobody can mean are refused`(arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await BuiltProgram.podium.run(
      arguments, in: folder.path, environment: ["TERM": "xterm-256color"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("expected a number"), "\(outcome.errors)")
  }
}
