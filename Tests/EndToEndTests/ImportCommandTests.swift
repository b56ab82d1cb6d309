import Foundation
import TestSupport
import Testing

@Suite struct ImportCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  static func record(_ id: String, prompt: String = #""?""#, candidates: Int = 2) -> String {
    let candidates = (0..<candidates).map { #"{"text":"\#($0)"}"# }.joined(separator: ",")
    return #"{"id":"\#(id)","prompt":\#(prompt),"candidates":[\#(candidates)]}"#
  }

  func `import`(_ bytes: some Sequence<UInt8>) async throws -> BuiltProgram.Outcome {
    _ = try folder.write(bytes, to: "runs.jsonl")
    return try await BuiltProgram.podium.run(["import", "runs.jsonl"], in: folder.path)
  }

  @Test func `a workspace is made beside the file, and only what is new is added`() async throws {
    let first = try await `import`((Self.record("a") + "\n" + Self.record("b") + "\n").utf8)
    #expect(first.status == 0)
    #expect(first.text == "runs.podium: 2 added, 0 already there\n")
    #expect(first.errors == "")
    let second = try await `import`((Self.record("a") + "\n" + Self.record("c") + "\n").utf8)
    #expect(second.text == "runs.podium: 1 added, 1 already there\n")
  }

  @Test(arguments: AwkwardFile.good)
  func `files that are in order load, however they look`(file: AwkwardFile) async throws {
    let outcome = try await `import`(file.bytes + Array("\n\(Self.record("a"))".utf8))
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.text == "runs.podium: 2 added, 0 already there\n")
  }

  @Test(arguments: AwkwardFile.bad)
  func `bad records are named and good ones load`(file: AwkwardFile) async throws {
    let outcome = try await `import`(Array("\(Self.record("a"))\n".utf8) + file.bytes)
    #expect(outcome.status == 3)
    #expect(outcome.errorLines.first?.hasPrefix("runs.jsonl:2: \(file.finding)") == true, "\(outcome.errors)")
    #expect(outcome.lines.last?.hasPrefix("runs.podium: 1 added, 0 already there; not imported: ") == true)
  }

  @Test func `comparisons without a choice are set aside, which is a finding`() async throws {
    let outcome = try await `import`((Self.record("a", candidates: 1) + "\n" + Self.record("b")).utf8)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "runs.jsonl:1: candidates: expected two or more candidates; set aside\n")
    #expect(outcome.text == "runs.podium: 1 added, 0 already there; not imported: 1 set aside\n")
  }

  @Test func `a comparison that changed is reported and not replaced`() async throws {
    _ = try await `import`(Self.record("a").utf8)
    let outcome = try await `import`(Self.record("a", candidates: 3).utf8)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("runs.jsonl:1: id: expected the comparison that was imported"))
  }

  @Test func `ids are told apart by code points`() async throws {
    let records = [
      Self.record("\u{E9}"), Self.record("e\u{301}"), Self.record(#"a\u0000b"#), Self.record(#"a\u0000c"#),
    ]
    let outcome = try await `import`(records.joined(separator: "\n").utf8)
    #expect(outcome.text == "runs.podium: 4 added, 0 already there\n")
  }

  @Test func `where there is no comparison, no workspace is made`() async throws {
    for bytes in [[], Array("\u{89}PNG\r\n".utf8), Array(repeating: 0, count: 5000)] {
      let outcome = try await `import`(bytes)
      #expect(outcome.status == (bytes.isEmpty ? 1 : 3))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["runs.jsonl"])
    }
  }

  @Test func `several files are imported together or not at all`() async throws {
    _ = try folder.write(Self.record("a").utf8, to: "a.jsonl")
    let missing = try await BuiltProgram.podium.run(
      ["import", "a.jsonl", "none.jsonl", "--workspace", "w.podium"], in: folder.path)
    #expect(missing.status == 2)
    #expect(missing.errors == "podium: none.jsonl: No such file or directory\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "w.podium")))
    let unnamed = try await BuiltProgram.podium.run(["import", "a.jsonl", "a.jsonl"], in: folder.path)
    #expect(unnamed.status == 2)
    #expect(unnamed.errors.contains("--workspace NAME.podium"))
  }

  @Test func `standard input is read as a file`() async throws {
    let outcome = try await BuiltProgram.podium.run(
      ["import", "-", "--workspace", "w.podium", "--json"], in: folder.path,
      input: Array(Self.record("a").utf8))
    #expect(
      outcome.text
        == #"{"workspace":"w.podium","added":1,"already_there":0,"changed":0,"set_aside":0,"refused":0}"#
        + "\n")
  }

  @Test func `the workspace is its owner's alone`() async throws {
    _ = try await `import`(Self.record("a").utf8)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(of: "runs.podium"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `what is no file of comparisons is refused`() async throws {
    _ = try await `import`(Self.record("a").utf8)
    let workspace = try await BuiltProgram.podium.run(
      ["import", "runs.podium", "--workspace", "w.podium"], in: folder.path)
    #expect(workspace.errors == "podium: runs.podium: expected a file of comparisons, found a database\n")
    let directory = try await BuiltProgram.podium.run(
      ["import", ".", "--workspace", "w.podium"], in: folder.path)
    #expect(directory.errors == "podium: .: expected a file of comparisons, found a directory\n")
    #expect(workspace.status == 2 && directory.status == 2)
  }

  @Test func `names with escape sequences do not reach the terminal`() async throws {
    let outcome = try await BuiltProgram.podium.run(["import", "a\u{1B}[31m\u{202E}b"], in: folder.path)
    #expect(outcome.errors == "podium: a\\u{1b}[31m\\u{202e}b: No such file or directory\n")
  }

  @Test func `whoever waits for a pipe holds up nobody else`() async throws {
    _ = try folder.write(Self.record("b").utf8, to: "b.jsonl")
    let first = try await BuiltProgram.podium.run(
      ["import", "b.jsonl", "--workspace", "w.podium"], in: folder.path)
    #expect(first.status == 0)
    let slow = try KillableProcess(.podium, ["import", "-", "--workspace", folder.path(of: "w.podium")])
    // More than a pipe holds: when it is written, the program has begun to read.
    let beginning = (1...4000).map { Self.record("slow \($0)") + "\n" }.joined()
    try await slow.writeAtLength(beginning)
    _ = try folder.write(Self.record("c").utf8, to: "c.jsonl")
    let quick = try await BuiltProgram.podium.run(
      ["import", "c.jsonl", "--workspace", "w.podium"], in: folder.path)
    #expect(quick.text == "w.podium: 1 added, 0 already there\n", "\(quick.errors)")
    try slow.closeInput()
    #expect(try await slow.end() == .exited(0))
    #expect(slow.readRest().last?.hasSuffix(": 4000 added, 0 already there") == true)
  }
}
