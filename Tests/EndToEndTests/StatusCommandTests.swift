import Foundation
import TestSupport
import Testing

@Suite struct StatusCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  func podium(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(arguments, in: folder.path)
  }

  func makeWorkspace() async throws {
    let records = (1...3).map { ImportCommandTests.record("q\($0)") }
    _ = try folder.write(records.joined(separator: "\n").utf8, to: "runs.jsonl")
    _ = try await podium("import", "runs.jsonl")
  }

  @Test func `the workspace is found by its name and by its input's`() async throws {
    try await makeWorkspace()
    let expected = #"""
      {"comparisons":{"total":3,"judged":0,"raters":[],"judged_by_several":0,"agreed":0},\#
      "drafts":{"total":0,"raters":[]},"outbox":{"delivered":0,"verified":0,"waiting":0,"dead":0,"dropped":0},"extend_trace_retention":true}

      """#
    for name in ["runs.podium", "runs.jsonl"] {
      let outcome = try await podium("status", name, "--json")
      #expect(outcome.status == 0)
      #expect(outcome.text == expected)
    }
  }

  @Test func `the price of delivery is told where something may be delivered`() async throws {
    try await makeWorkspace()
    #expect(try await !podium("status", "runs.podium").text.contains("retention"))
    let keyed = try await BuiltProgram.podium.run(
      ["status", "runs.podium"], in: folder.path, environment: ["LANGSMITH_API_KEY": "lsv2_pt_x"])
    #expect(keyed.text.contains("  retention    traces with feedback are kept longer"))
  }

  @Test func `a workspace that is not there is named, and not made`() async throws {
    let outcome = try await podium("status", "none.jsonl")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == "podium: none.podium: no such workspace: make it with `podium import none.jsonl`\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `a file that is no workspace is refused with its own status`() async throws {
    _ = try folder.write("not a database".utf8, to: "a.podium")
    let outcome = try await podium("status", "a.podium")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("a.podium: not a database"))
  }

  @Test func `help and mistakes end as the shell expects`() async throws {
    #expect(try await podium("--version").text == "0.1.0\n")
    #expect(try await podium("--help").status == 0)
    for arguments in [
      ["nonesuch"], ["status"], ["status", "a", "--nonesuch"], ["export", "a", "--format", "x"],
    ] {
      let outcome = try await BuiltProgram.podium.run(arguments, in: folder.path)
      #expect(outcome.status == 2)
      #expect(outcome.text == "")
    }
  }

  @Test func `a reader that goes away ends the command quietly`() async throws {
    try await makeWorkspace()
    let outcome = try await BuiltProgram(path: "/bin/bash").run(
      [
        "-c", #"mkfifo pipe; exec 3<>pipe 4>pipe 3>&-; "$0" status runs.podium >&4; echo $?"#,
        BuiltProgram.podium.path,
      ], in: folder.path)
    #expect(outcome.text == "0\n")
    #expect(outcome.errors == "")
  }

  @Test func `closed standard streams do not lead into the workspace`() async throws {
    try await makeWorkspace()
    let outcome = try await BuiltProgram(path: "/bin/sh").run(
      ["-c", #""$0" status runs.podium >&- 2>&-; "$0" status runs.podium --json"#, BuiltProgram.podium.path],
      in: folder.path)
    #expect(outcome.text.hasPrefix(#"{"comparisons":{"total":3,"#))
  }
}
