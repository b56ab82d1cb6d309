import Foundation
import TestSupport
import Testing

@testable import podium

@Suite("config.toml") struct ConfigurationFileTests {
  @Test(arguments: [
    (["XDG_CONFIG_HOME": "/x", "HOME": "/home/ada"], "/x/podium/config.toml"),
    (["XDG_CONFIG_HOME": "", "HOME": "/home/ada"], "/home/ada/.config/podium/config.toml"),
    (["XDG_CONFIG_HOME": "here", "HOME": "/home/ada"], "/home/ada/.config/podium/config.toml"),
  ])
  func `stands where the XDG specification says`(environment: [String: String], path: String) {
    #expect(ConfigurationFile(environment: environment)?.path == path)
    #expect(ConfigurationFile(environment: [:]) == nil)
  }

  @Test func `that is wrong stops the front before anything is written`() async throws {
    let folder = try settings("theme = \"mnoo\"\n[keys]\nsave = \"u\"\n")
    _ = try folder.write(
      #"{"id": "1", "prompt": "p", "candidates": [{"text": "a"}, {"text": "b"}]}"#.utf8, to: "runs.jsonl")
    let outcome = try await run(["label", "runs.jsonl"], in: folder)
    #expect(outcome.status == 2)
    let path = folder.path(of: "podium/config.toml")
    #expect(outcome.errorLines.first?.hasPrefix("podium: \(path):1: theme: there is no theme 'mnoo'") == true)
    #expect(outcome.errors.contains("\(path):3: keys.save: 'u' asks for undo (preset default) already"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "runs.podium")))
  }

  @Test func `changes the keys that podium keys prints, and a preset is printed as it comes`() async throws {
    let folder = try settings("[keys]\npreset = \"vim\"\nsave = \"C-x s\"\n")
    let own = try await run(["keys"], in: folder).lines
    #expect(own.contains { $0.hasPrefix("  ^X s ") && $0.contains(" save ") })
    let vim = try await run(["keys", "--preset", "vim"], in: folder).lines
    #expect(vim.contains { $0.hasPrefix("  Enter  : w ") && $0.contains(" save ") })
    let json = try await run(["keys", "--json"], in: folder).text
    #expect(json.hasPrefix(#"{"preset":"vim","commands":[{"command":"choose-run""#))
    #expect(json.contains(#""command":"save","section":"Judging","keys":["^X s"]"#))
  }

  @Test func `the table for the README is printed as it stands there`() async throws {
    let folder = try TemporaryFolder()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let table = try await run(["keys", "--markdown"], in: folder).text
    #expect(table.hasPrefix("| key | does |") && readme.contains(table))
  }

  @Test(arguments: [([UInt8]([0xFF, 0x0A]), "expected UTF-8"), (Array("a = ".utf8), ":1: not valid TOML")])
  func `that is no text or no TOML is told so`(bytes: [UInt8], words: String) async throws {
    let folder = try settings("")
    _ = try folder.write(bytes, to: "podium/config.toml")
    let outcome = try await run(["keys"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words))
  }

  private func settings(_ text: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "podium"), withIntermediateDirectories: false)
    _ = try folder.write(text.utf8, to: "podium/config.toml")
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(
      arguments, in: folder.path, environment: ["XDG_CONFIG_HOME": folder.path, "TERM": "xterm-256color"])
  }
}
