import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import podium

@Suite struct CommandLineTests {
  @Test(arguments: [
    ("plain — ünï 漢字 👍🏽", "plain — ünï 漢字 👍🏽"), ("\u{1B}[2J\u{7}", "\\u{1b}[2J\\u{7}"),
    ("a\u{202E}b\u{200B}", "a\\u{202e}b\\u{200b}"),
    ("\u{9B}31m\u{2028}", "\\u{9b}31m\\u{2028}"),
  ])
  func `messages show what would steer a terminal`(text: String, expected: String) {
    #expect(VisibleText.escaping(text) == expected)
  }

  @Test func `a report for a terminal keeps its lines and spells what steers`() {
    let report = Array("--- a\n+\tb\u{1B}[2J\u{202E}é漢\n".utf8)
    let shown = VisibleText.forTerminal(report, isJSON: false)
    #expect(String(decoding: shown, as: UTF8.self) == "--- a\n+\tb\\u{1b}[2J\\u{202e}é漢\n")
    let json = VisibleText.forTerminal(Array("\"\u{9B}\u{E0041}\"\n".utf8), isJSON: true)
    #expect(String(decoding: json, as: UTF8.self) == "\"\\u009b\\udb40\\udc41\"\n")
  }

  @Test(arguments: [
    ("runs.jsonl", "runs.podium"), ("data/runs.v2.jsonl", "data/runs.v2.podium"),
    ("/tmp/runs", "/tmp/runs.podium"),
    ("./a b.json", "./a b.podium"),
  ])
  func `an input's workspace stands beside it`(input: String, workspace: String) {
    #expect(WorkspaceLocation(of: input) == WorkspaceLocation(path: workspace, input: input))
    #expect(WorkspaceLocation(of: input, workspace: "w.podium").path == "w.podium")
    #expect(WorkspaceLocation(of: workspace) == WorkspaceLocation(path: workspace, input: nil))
  }

  @Test func `a workspace is known by what it holds, whatever it is called`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("SQLite format 3\0 and so on".utf8, to: "renamed.db")
    #expect(WorkspaceLocation(of: path) == WorkspaceLocation(path: path, input: nil))
  }

  @Test func `the rater is named by the option, the environment or the login, in this order`() throws {
    let option = try RaterOption.parse(["--rater", "ada"])
    #expect(try option.name(environment: ["PODIUM_RATER": "bob"]) == "ada")
    #expect(try RaterOption.parse([]).name(environment: ["PODIUM_RATER": "bob"]) == "bob")
    #expect(try !RaterOption.parse([]).name(environment: ["PODIUM_RATER": ""]).isEmpty)
  }
}
