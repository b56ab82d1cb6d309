import Foundation
import TestSupport
import Testing

/// Sessions of raters, from the first key to what is on the disk afterwards.
@Suite struct LabelingStoryTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  func judgments() async throws -> [ExportedJudgment] { try await ExportedJudgment.all(in: folder) }

  @Test func `a rater judges, changes their mind, leaves, and goes on the next day`() async throws {
    try Campaign.small.write(to: folder)
    let first = try await RatingSession(labeling: "runs.jsonl", in: folder)
    let opened = try await first.see(comparison: "1/6", saved: 0)
    #expect(opened.contains("a red one") && opened.contains("a blue one"))
    #expect(opened.isOnAlternateScreen)
    try await first.decide("b", opening: "2/6", saved: 1)
    try await first.rank(["c", "=", "a", "b"], until: ["1st C", "= …", "1st C = A", "3rd B"])
    try await first.decide("Enter", opening: "3/6", saved: 2)
    #expect(try await judgments().map(\.letters) == [["B", "A"], ["A=C", "B"]])

    try await first.tmux.press("u")
    try await first.see(comparison: "2/6", saved: 1)
    try await first.see("undone: comparison 2")
    #expect(try await judgments().map(\.letters) == [["B", "A"]])
    try await first.tmux.press("r")
    try await first.see(comparison: "2/6", saved: 2)
    try await first.see("1st C = A   3rd B")
    let left = try await first.quit()
    #expect(left.status == 1 && left.isTerminalAsFound && !left.pane.isOnAlternateScreen)
    #expect(left.pane.contains("2 of 6 comparisons judged; every judgment is in"))

    let second = try await RatingSession(labeling: "runs.podium", in: folder)
    try await second.see(comparison: "2/6", saved: 2)
    try await second.see("1st C = A   3rd B")
    try await second.tmux.press("u")
    try await second.see(comparison: "2/6", saved: 1)
    try await second.tmux.press("u")
    try await second.see(comparison: "1/6", saved: 0)
    try await second.tmux.press("u")
    try await second.see("nothing to undo")
    try await second.decide("=", opening: "2/6", saved: 1)
    try await second.quit()
    #expect(try await judgments().map(\.letters) == [["A=B"]])
  }

  @Test func `a judgment that is given anew is a new revision`() async throws {
    try Campaign.small.write(to: folder)
    let session = try await RatingSession(labeling: "runs.jsonl", in: folder)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.decide("a", opening: "2/6", saved: 1)
    try await session.tmux.press("[")
    try await session.see("Saved      1st A")
    try await session.decide("g", opening: "2/6", saved: 1)
    try await session.quit()
    let judgment = try #require(try await judgments().first)
    #expect(judgment.verdict == "allGood" && judgment.revision == 2)
  }

  @Test func `an order that is not saved is a draft for the next session`() async throws {
    try Campaign.small.write(to: folder)
    let session = try await RatingSession(labeling: "runs.jsonl", in: folder)
    try await session.see(comparison: "1/6", saved: 0)
    try await session.tmux.press("]")
    try await session.see(comparison: "2/6", saved: 0)
    try await session.rank(["b"], until: ["1st B"])
    let end = try await session.quit()
    #expect(end.status == 1)
    #expect(try await judgments().isEmpty)
    let second = try await RatingSession(labeling: "runs.podium", in: folder)
    try await second.see(comparison: "2/6", saved: 0)
    try await second.see("1st B")
    try await second.quit()
  }

  @Test func `the last judgment is followed by the end, and every verdict is kept`() async throws {
    var campaign = Campaign()
    for index in 1...4 { campaign.add("\(index)", ["left", "right"]) }
    try campaign.write(to: folder)
    let session = try await RatingSession(labeling: "runs.jsonl", in: folder)
    try await session.see(comparison: "1/4", saved: 0)
    for (index, key) in ["g", "x", "n"].enumerated() {
      try await session.decide(key, opening: "\(index + 2)/4", saved: index + 1)
    }
    try await session.judge("=") { $0.contains("All 4 comparisons are judged.") }
    try await session.quit()
    #expect(try await judgments().map(\.verdict) == ["allGood", "allBad", "cannotJudge", "ranked"])
  }

  @Test func `thirty runs can be ranked`() async throws {
    var campaign = Campaign()
    campaign.add("many", (0..<30).map { "answer \($0)" })
    try campaign.write(to: folder)
    let session = try await RatingSession(labeling: "runs.jsonl", in: folder)
    try await session.see(comparison: "1/1", saved: 0)
    try await session.judge("z") { $0.contains("1st Z   – A–Y AA–AD") }
    // What no letter names is placed by the focus: S-Tab goes to the last run, AD.
    for (label, place) in [("AD", "2nd"), ("AC", "3rd"), ("AB", "4th"), ("AA", "5th")] {
      try await session.tmux.press("BTab")
      try await session.see("[\(label)]")
      try await session.judge("+") { $0.contains("\(place) \(label)   –") }
    }
    try await session.tmux.type("abcdefghijklmnopqrstuvwxy")
    try await session.judge("Enter") { $0.contains("The one comparison is judged.") }
    try await session.quit()
    let judgment = try #require(try await judgments().first)
    let columns = [25, 29, 28, 27, 26] + Array(0...24)
    #expect(judgment.tiers == columns.map { [judgment.orderShown[$0]] })
  }

  @Test func `the demo says where its judgments are, and they are there`() async throws {
    let session = try await RatingSession(
      ["demo"], environment: ["TMPDIR": folder.path], columns: 200)
    let opened = try await session.see("0 saved")
    let total = try #require(opened.lines[0].split(separator: " ").first?.split(separator: "/").last)
    #expect(Int(total).map { $0 >= 12 } == true)
    try await session.judge("g") { $0.contains("1 saved") }
    let end = try await session.quit()
    #expect(end.status == 0)
    #expect(end.pane.contains("1 of \(total) comparisons judged; every judgment is in"))
    #expect(end.pane.contains("podium export") && end.pane.contains("podium label"))
    let demo = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("podium-demo-") })
    #expect(
      try await ExportedJudgment.all(in: folder, of: demo + "/demo.podium").map(\.verdict) == ["allGood"])
  }
}
