import Foundation
import StrictJSON
import TestSupport
import Testing

/// `--campaign`: what raters are asked beside the order.
@Suite struct CampaignOptionTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let line = #"{"id":"q","prompt":"?","candidates":[{"text":"a"},{"text":"b"}]}"#
    _ = try folder.write(line.utf8, to: "runs.jsonl")
  }

  func write(_ campaign: String) throws {
    _ = try folder.write(campaign.utf8, to: "c.toml")
  }

  func label(_ lines: String..., campaign: Bool = true) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(
      ["label", "runs.jsonl", "--linear", "--rater", "ada"] + (campaign ? ["--campaign", "c.toml"] : []),
      in: folder.path, input: Array(lines.joined(separator: "\n").utf8),
      environment: ["HOME": folder.path, "LC_ALL": "C.UTF-8"])
  }

  static let tags = """
    [[criterion]]
    key = "errors"
    kind = "tags"
    scope = "run"
    options = ["factual", "style"]
    """

  @Test func `a file that is wrong is told with its line, and leaves no workspace`() async throws {
    try write(Self.tags.replacing("kind", with: "kin"))
    let outcome = try await label()
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("c.toml:1: criterion 1, kind: expected one of"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "runs.podium")))
    #expect(try await label(campaign: false).status == 1)
  }

  @Test func `answers are kept with the version of the rubric, which the workspace remembers`() async throws {
    try write(Self.tags)
    let outcome = try await label("why b style", "b", "quit")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("rubric: version 1"))
    try write("[[criterion]]\nuse = \"confidence\"\n")
    let other = try await label("quit")
    #expect(other.errors.contains("version 2; no longer asked: errors"))
    let exported = try await BuiltProgram.podium.run(
      ["export", "runs.podium", "--format", "jsonl"], in: folder.path, environment: ["HOME": folder.path])
    let line = try JSONParser.parse(exported.text.utf8).object
    #expect(line?["rubric_version"] == 1)
    #expect(line?["run_answers"]?.object?.members.map(\.value) == [["errors": ["style"]]])
  }
}
