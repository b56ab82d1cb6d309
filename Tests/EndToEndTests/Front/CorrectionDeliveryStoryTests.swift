import Foundation
import StrictJSON
import TestSupport
import Testing

/// What a rater says at the keys, as it arrives at the server.
@Suite struct CorrectionDeliveryStoryTests {
  private static let runs = ["b1000000-0000-4000-8000-000000000001", "b1000000-0000-4000-8000-000000000002"]
  private static let campaign = """
    [[criterion]]
    key = "errors"
    kind = "tags"
    scope = "run"
    options = [{ key = "f", value = "factual" }, { key = "s", value = "style" }]

    [[criterion]]
    key = "off_topic"
    kind = "flag"
    scope = "run"
    letter = "o"

    [[criterion]]
    use = "confidence"
    """

  let folder: TemporaryFolder
  let server: LoopbackFeedbackServer

  init() throws {
    folder = try TemporaryFolder()
    server = try LoopbackFeedbackServer()
    let candidates = Self.runs.enumerated().map { index, run -> JSONValue in
      [
        "outputs": ["answer": .string("answer \(index)"), "score": 1.50, "steps": [1, nil]],
        "run_id": .string(run),
      ]
    }
    let record: JSONValue = ["id": "q", "prompt": "How many?", "candidates": .array(candidates)]
    _ = try folder.write((record.text() + "\n").utf8, to: "runs.jsonl")
    _ = try folder.write(Self.campaign.utf8, to: "campaign.toml")
  }

  private func session(_ name: String, rater: String, _ options: [String] = []) async throws -> RatingSession
  {
    try await RatingSession(
      labeling: name, in: folder, options: options,
      environment: [
        "PODIUM_RATER": rater, "LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": "lsv2_test",
        "HOME": folder.path,
      ])
  }

  private func records(_ key: String, count: Int) async throws -> [String: JSONObject] {
    let found = try await poll("\(count) records of \(key)", within: RatingSession.patience) {
      let records = server.records.filter { $0["key"] == .string(key) }
      return records.count == count ? records : nil
    }
    return Dictionary(found.map { ($0["run_id"]?.string ?? "", $0) }) { $1 }
  }

  private func exported(_ name: String) async throws -> JSONObject {
    let outcome = try await BuiltProgram.podium.run(
      ["export", folder.path(of: name), "--format", "jsonl"], in: folder.path)
    let line = try #require(outcome.lines.first)
    return try #require(JSONParser.parse(line.utf8).object)
  }

  private func judgeAndCorrect(in session: RatingSession) async throws {
    try await session.see(comparison: "1/1", saved: 0)
    try await session.tmux.press("h")
    try await session.see("off_topic")
    try await session.tmux.type("fo")
    try await session.tmux.press("Tab")
    try await session.tmux.type("s")
    try await session.tmux.press("Tab")
    try await session.see("How sure are you?")
    try await session.tmux.type("s")
    // Back to the first run, which has the focus then.
    try await session.tmux.press("Tab")
    try await session.see("off_topic")
    try await session.tmux.press("Escape")
    try await session.see("can't judge")
    try await session.tmux.press("e")
    try await session.see("Which part is to be corrected?")
    try await session.tmux.press("Enter")
    try await session.see("[Correction of A]")
    try await session.tmux.press("C-a")
    try await session.tmux.type("seven")
    try await session.tmux.press("C-s")
    try await session.see("✎ corrected")
    try await session.tmux.press("C")
    try await session.see("[Comment on A]")
    try await session.tmux.type("too short")
    try await session.tmux.press("C-s")
    try await session.see("\" comment")
    try await session.judge("a") { $0.contains("judged.") }
  }

  @Test func `what is said at the keys is at the server, and a second round follows it`() async throws {
    defer { server.stop() }
    let first = try await session(
      "runs.jsonl", rater: "ada", ["--campaign", folder.path(of: "campaign.toml")])
    try await judgeAndCorrect(in: first)
    let order = try await records("pairwise_preference", count: 2)
    let (errors, flags) = (try await records("errors", count: 2), try await records("off_topic", count: 1))
    let confidence = try await records("confidence", count: 2)
    #expect(try await first.quit().status == 0)

    let judgment = try await exported("runs.podium")
    let columns = try #require(judgment["order_shown"]?.array).compactMap { $0.number?.intValue }
    let (a, b) = (Self.runs[columns[0]], Self.runs[columns[1]])
    #expect(order[a]?["score"] == 1.0 && order[b]?["score"] == 0.0)
    #expect(order[a]?["correction"] == ["answer": "seven", "score": 1.50, "steps": [1, nil]])
    #expect(order[b]?["correction"] == nil)
    #expect(order[a]?["comment"] == "too short" && order[b]?["comment"] == nil)
    #expect(errors[a]?["value"] == "factual" && errors[b]?["value"] == "style")
    #expect(flags[a]?["score"] == 1.0 && flags[a]?["value"] == "yes")
    #expect([a, b].allSatisfy { confidence[$0]?["value"] == "sure" })
    #expect(Set(confidence.values.map { $0["feedback_group_id"]?.string }).count == 1)

    let made = try await BuiltProgram.podium.run(
      [
        "import", "--corrections-of", folder.path(of: "runs.podium"), "--workspace",
        folder.path(of: "second.podium"),
      ], in: folder.path)
    #expect(made.status == 0)
    let second = try await session("second.podium", rater: "grace")
    try await second.see(comparison: "1/1", saved: 0)
    try await second.rank(["b", "a", "c"], until: ["1st B", "2nd A", "3rd C"])
    try await second.tmux.press("Enter")
    let preference = try await records("correction_preference", count: 1)
    #expect(try await second.quit().status == 0)
    try await expect(preference[a], in: judgment)
  }

  /// One statement, about the original, that leads back to the first judgment.
  private func expect(_ record: JSONObject?, in first: JSONObject) async throws {
    let second = try await exported("second.podium")
    let origin = try #require(second["metadata"]?.object?["correction_of"]?.object)
    let corrected = try #require(origin["correction"]?.number?.intValue)
    let original = try #require(origin["original"]?.number?.intValue)
    let places = try #require(second["tiers"]?.array).compactMap { $0.array?.first?.number?.intValue }
    let (place, other) = (places.firstIndex(of: corrected), places.firstIndex(of: original))
    let isPreferred = try #require(place) < #require(other)
    #expect(record?["score"] == (isPreferred ? 1.0 : 0.0))
    let metadata = record?["feedback_source"]?.object?["metadata"]?.object?["podium"]?.object
    let lineage = metadata?["correction_of"]?.object
    #expect(lineage?["judgment_id"] == first["judgment_id"] && first["judgment_id"] != nil)
    #expect(lineage?["rater"] == "ada")
    #expect(metadata?["rater"] == "grace")
  }
}
