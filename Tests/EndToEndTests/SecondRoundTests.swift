import FeedbackSubmission
import Foundation
import Preference
import PreferenceStore
import StrictJSON
import TestSupport
import Testing

/// Corrections, from the first rater's workspace to the second's verdicts, and what was begun and not saved.
@Suite struct SecondRoundTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  func workspace(_ name: String) throws -> Workspace {
    try Workspace(
      path: folder.path(of: name),
      origin: WorkspaceOrigin(orderSeed: 1, createdAt: Date(), programVersion: "test"))
  }

  func judge(
    _ ordinal: Int, _ tiers: [[Int]], _ remarks: Remarks = Remarks(), count: Int = 2, in workspace: Workspace
  ) throws {
    let ranking = try #require(Ranking(tiers: tiers, candidateCount: count))
    let new = NewJudgment(
      ordinal: ordinal, decision: Decision(verdict: .ranked, ranking: ranking, remarks: remarks),
      orderShown: Array(0..<count), elapsedMilliseconds: 1)
    _ = try workspace.record(new, rater: "ada", id: UUID(), now: Date())
  }

  func makeFirst() throws {
    let workspace = try workspace("first.podium")
    defer { workspace.close() }
    let comparisons = (1...3).map { number in
      let candidates = (0..<2).map {
        Candidate(output: .text("\(number).\($0)\n"), run: RunIdentity(runID: UUID()))
      }
      return Comparison(id: "q\(number)", prompt: .text("?"), candidates: candidates)
    }
    _ = try workspace.add(comparisons)
    try judge(1, [[1], [0]], Remarks(corrections: [1: .text("1.1 better\n")]), in: workspace)
    try judge(2, [[0], [1]], in: workspace)
  }

  func podium(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.podium.run(arguments, in: folder.path, environment: ["HOME": folder.path])
  }

  @Test func `a second round holds each correction once, and its verdicts tell which text won`() async throws
  {
    try makeFirst()
    let made = try await podium("import", "--corrections-of", "first.podium", "--workspace", "second.podium")
    #expect(made.status == 0)
    #expect(made.text == "second.podium: 1 added, 0 already there\n")
    let first = try workspace("first.podium")
    try judge(3, [[0], [1]], Remarks(corrections: [0: .text("new\n")]), in: first)
    first.close()
    let again = try await podium("import", "--corrections-of", "first.podium", "--workspace", "second.podium")
    #expect(again.text == "second.podium: 1 added, 1 already there\n")

    let second = try workspace("second.podium")
    try judge(1, [[1], [2], [0]], count: 3, in: second)
    // The order has no run for the correction; that it is better is said of the original.
    #expect(try second.outboxCounts().waiting == 1)
    second.close()
    let exported = try await podium("export", "second.podium", "--format", "jsonl")
    let line = try JSONParser.parse(exported.text.utf8).object
    #expect(line?["tiers"] == [[1], [2], [0]])
    #expect(line?["metadata"]?.object?["correction_of"]?.object?["correction"] == 1)
    let origin = line?["metadata"]?.object?["correction_of"]?.object
    #expect(origin?["comparison_id"] == "q1")
    let source = try await podium("export", "first.podium", "--format", "jsonl")
    let judgment = try JSONParser.parse(Array(source.text.utf8.prefix { $0 != 0x0A })).object?["judgment_id"]
    #expect(origin?["judgment_id"] == judgment)
    #expect(line?["candidates"]?.array?[1].object?["text"] == "1.1 better\n")
  }

  @Test func `what makes no sense is refused`() async throws {
    try makeFirst()
    #expect(try await podium("import", "--corrections-of", "first.podium").status == 2)
    #expect(
      try await podium("import", "--corrections-of", "first.podium", "--workspace", "./first.podium").status
        == 2)
    #expect(try await podium("import", "x.jsonl", "--beside", "all").status == 2)
    #expect(try await podium("import").status == 2)
    #expect(try await podium("export", "first.podium", "--format", "jsonl", "--include-chosen").status == 2)
  }

  @Test func `corrections are exported as training data and as differences`() async throws {
    try makeFirst()
    let sft = try await podium("export", "first.podium", "--format", "sft")
    #expect(sft.text == #"{"prompt":"?","completion":"1.1 better\n"}"# + "\n")
    #expect(sft.errors == "sft: 1 corrected text; not exported: 1 judgment without a correction\n")
    let pairs = try await podium("export", "first.podium", "--format", "trl-dpo")
    #expect(pairs.errors == "trl-dpo: 4 pairs, 2 prefer a corrected text\n")
    let diff = try await podium("export", "first.podium", "--format", "diff")
    #expect(
      diff.text
        == "--- q1/candidate 2\n+++ q1/candidate 2, corrected by ada\n@@ -1 +1 @@\n-1.1\n+1.1 better\n")
    let words = try await podium("export", "first.podium", "--format", "word-diff")
    #expect(words.text.hasSuffix("1.1 {+better+}\n"))
  }

  @Test func `drafts are listed with what is in them, and discarded`() async throws {
    try makeFirst()
    let workspace = try workspace("first.podium")
    let draft = Draft(
      ranking: Ranking(tiers: [[1]], candidateCount: 2),
      remarks: Remarks(comment: "secret", corrections: [0: .text("x")]))
    try workspace.keepDraft(draft, of: 3, rater: "ada", now: Date(timeIntervalSinceNow: -7300))
    let order = try workspace.comparison(at: 3, rater: "ada").order
    workspace.close()
    let (first, second) = order == [1, 0] ? ("A", "B") : ("B", "A")
    let listed = try await podium("drafts", "first.podium")
    #expect(
      listed.text == """
        number  comparison  rater  age  begun
        3       q3          ada    2 h  order \(first), correction of \(second), comment

        """)
    let json = try await podium("drafts", "first.podium", "--json")
    #expect(try JSONParser.parse(json.text.utf8).object?["draft"] == draft.json)
    #expect(try await podium("drafts", "first.podium", "--discard", "q3").status == 2)
    #expect(try await podium("drafts", "first.podium", "--discard", "q1", "--yes").status == 2)
    let discarded = try await podium("drafts", "first.podium", "--discard", "q3", "--yes")
    #expect(
      discarded.text
        == "discarded: comparison 3 (q3), ada: order \(first), correction of \(second), comment\n")
    #expect(try await podium("drafts", "first.podium").text == "no drafts\n")
  }
}
