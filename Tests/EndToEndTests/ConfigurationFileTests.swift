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

  @Test func `that is a folder is said to be one`() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await run(["label", "runs.jsonl", "--config", folder.path], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors == "podium: \(folder.path): it is a folder; --config needs a file\n")
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "podium/config.toml"), withIntermediateDirectories: true)
    let found = try await run(["keys"], in: folder)
    #expect(found.status == 2 && found.errors.contains("config.toml: it is a folder; expected a file"))
  }

  @Test(arguments: [
    (["--rater", "  "], "--rater: expected a name"),
    (["--record", ""], "--record: expected the name of a new file"),
    (["--clipboard-cmd", "a | b"], "--clipboard-cmd: '|' is for a shell"),
    (["--clipboard-cmd", "a 'b"], "--clipboard-cmd: the quote ' is not closed"),
  ])
  func `options that say nothing usable are refused`(options: [String], words: String) async throws {
    let outcome = try await run(["label", "runs.jsonl"] + options, in: try TemporaryFolder())
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  private static let mistakes =
    "theme = \"mnoo\"\ncolor = \"never\"\n[keys]\nsave = \"u\"\nall-bad = \"M-b\"\n"

  @Test func `that is wrong does not stop the front, which uses the rest and tells what is wrong`()
    async throws
  {
    let folder = try settings(Self.mistakes)
    try Campaign.small.write(to: folder)
    let session = try await RatingSession(
      in: folder, environment: ["XDG_CONFIG_HOME": folder.path], columns: 220)
    let first = try await session.see(
      "! config.toml:1: theme: there is no theme 'mnoo'; did you mean 'mono'?")
    #expect(first.contains("(and 1 more, told at the end)") && first.lines.first?.hasPrefix(" 1/6") == true)
    try await session.judge("M-b") { $0.isOpen(comparison: "2/6", saved: 1) }
    try await session.tmux.press("u")
    try await session.see(comparison: "1/6", saved: 0)
    let end = try await session.quit()
    #expect(end.status == 1)
    let told = end.pane.lines.joined()
    #expect(told.contains("podium/config.toml:1: theme: there is no theme 'mnoo'"))
    #expect(told.contains("podium/config.toml:4: keys.save: 'u' asks for undo (preset default) already"))
  }

  @Test(arguments: ["theme = [\n", "[keys]\nquit = \"none\"\n"])
  func `that is wrong is told at once line by line, and the lines go on`(text: String) async throws {
    let folder = try settings(text)
    try Campaign.small.write(to: folder)
    let outcome = try await run(["label", "--linear", "runs.jsonl"], in: folder, input: "quit\n")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("podium: \(folder.path(of: "podium/config.toml")):"))
    #expect(outcome.text.contains("Comparison 1 of 6"))
  }

  @Test(arguments: [["keys"], ["themes", "preview"]])
  func `that is wrong stops commands that only show what it says`(arguments: [String]) async throws {
    let outcome = try await run(arguments, in: try settings(Self.mistakes))
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("config.toml:1: theme: ") && outcome.errors.contains("config.toml:4: keys.save")
    )
  }

  @Test func `of one's own theme that is broken gives way to the default one`() async throws {
    let folder = try settings("theme = \"mine\"\n")
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "podium/themes"), withIntermediateDirectories: false)
    _ = try folder.write(
      "inherits = \"default-dark\"\n[palette]\nrun1 = \"#12\"\n".utf8, to: "podium/themes/mine.toml")
    try Campaign.small.write(to: folder)
    let session = try await RatingSession(in: folder, environment: ["XDG_CONFIG_HOME": folder.path])
    try await session.see("! mine.toml:3: palette.run1")
    try await session.decide("a", opening: "2/6", saved: 1)
    #expect(try await session.quit().pane.lines.joined().contains("podium/themes/mine.toml:3: palette.run1"))
    #expect(try await run(["themes", "lint", "mine"], in: folder).status == 3)
  }

  // MARK: Which one, and what it says

  @Test func `another one can be named, and must be there`() async throws {
    let folder = try settings("[keys]\npreset = \"vim\"\n")
    _ = try folder.write("[keys]\npreset = \"emacs\"\n".utf8, to: "other.toml")
    #expect(
      try await run(["keys", "--json", "--config", "other.toml"], in: folder).text.hasPrefix(
        #"{"preset":"emacs""#))
    try Campaign.small.write(to: folder)
    for arguments in [["keys"], ["config"], ["label", "--linear", "runs.jsonl"], ["doctor"]] {
      let outcome = try await run(arguments + ["--config", "none.toml"], in: folder)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.errors.contains("none.toml: there is no such file; --config needs one that is there"))
    }
  }

  @Test func `is printed as it is in force, and says the same when it is read`() async throws {
    let folder = try settings("theme = \"mono\"\n[keys]\npreset = \"vim\"\nsave = \"M-s\"\n")
    let printed = try await run(["config"], in: folder)
    #expect(printed.status == 0)
    #expect(printed.text.contains("\ntheme = \"mono\"  # line 1\n"))
    _ = try folder.write(printed.output, to: "again.toml")
    let again = try await run(["config", "--config", "again.toml"], in: folder)
    #expect(again.status == 0)
    func withoutRemarks(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        line[..<(line.firstRange(of: "  #")?.lowerBound ?? line.endIndex)]
      }
    }
    #expect(withoutRemarks(again.text) == withoutRemarks(printed.text))
  }

  @Test func `is printed with the options of a front`() async throws {
    let folder = try settings("color = \"256\"\n")
    let outcome = try await run(
      ["label", "--print-config", "--color", "16", "--no-mouse", "--rater", "eve"], in: folder)
    #expect(outcome.status == 0)
    for line in [
      "color = \"16\"  # option --color", "mouse = false  # option --no-mouse",
      "rater = \"eve\"  # option --rater",
    ] {
      #expect(outcome.lines.contains(line), "\(line)")
    }
    #expect(
      try await run(["demo", "--print-config"], in: folder).lines.contains("color = \"256\"  # line 1"))
  }

  @Test func `is printed without what is wrong, which is told`() async throws {
    let outcome = try await run(["config"], in: try settings(Self.mistakes))
    #expect(outcome.status == 1)
    #expect(outcome.lines.contains("color = \"never\"  # line 2") && !outcome.text.contains("mnoo"))
    #expect(
      outcome.errors.contains("config.toml:1: theme: ") && outcome.errors.contains("config.toml:4: keys.save")
    )
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

  private func run(_ arguments: [String], in folder: TemporaryFolder, input: String = "") async throws
    -> BuiltProgram.Outcome
  {
    try await BuiltProgram.podium.run(
      arguments, in: folder.path, input: Array(input.utf8),
      environment: ["XDG_CONFIG_HOME": folder.path, "TERM": "xterm-256color"])
  }
}
