import Foundation
import Identifiers
import StrictJSON
import Testing

@testable import Preference

@Suite struct CorrectionRoundTests {
  let comparison = Comparison(
    id: "q1", prompt: .text("Why?"), reference: "r", metadata: ["n": 1],
    candidates: [
      Candidate(id: "corrected", model: "m0", output: .text("a"), run: RunIdentity(runID: UUID())),
      Candidate(model: "m1", output: .text("b")), Candidate(id: "c", output: .text("c")),
    ])

  func judgment(_ tiers: [[Int]], _ corrections: [Int: Candidate.Output]) throws -> Judgment {
    let ranking = try #require(Ranking(tiers: tiers, candidateCount: 3))
    return makeJudgment(
      tiers.isEmpty ? .allBad : .ranked, ranking, orderShown: [0, 1, 2],
      remarks: Remarks(corrections: corrections))
  }

  func source(_ correction: Candidate.Output, _ candidate: Int) -> UUID {
    .version5(namespace: Self.sources, name: "\(candidate)")
  }

  static let sources = UUID()

  @Test func `the judgment that said the correction does not name the comparison`() throws {
    let judgment = try judgment([[0], [2], [1]], [0: .text("A")])
    let first = CorrectionRound().comparisons(for: judgment, of: comparison) { _, _ in UUID() }
    let second = CorrectionRound().comparisons(for: judgment, of: comparison) { _, _ in UUID() }
    #expect(first.map(\.id) == second.map(\.id))
    #expect(first != second)
  }

  @Test(
    arguments: [
      ([[1], [0]], 1), ([[0], [2], [1]], 0), ([[1, 0], [2]], 0.5), ([[1]], nil), ([[0], [2]], nil), ([], nil),
    ] as [([[Int]], Double?)])
  func `what was said of the correction and its original`(tiers: [[Int]], preference: Double?) throws {
    let judgment = try judgment([[0], [2], [1]], [0: .text("A")])
    let round = try #require(
      CorrectionRound().comparisons(for: judgment, of: comparison, source: source).first)
    let origin = try #require(CorrectionOrigin(round))
    #expect(origin.preference(in: try self.judgment(tiers, [:])) == preference)
    #expect(CorrectionOrigin(comparison) == nil)
  }

  @Test func `the correction stands beside the original and the best of the others`() throws {
    let made = CorrectionRound().comparisons(
      for: try judgment([[0], [2], [1]], [0: .text("A")]), of: comparison, source: source)
    let round = try #require(made.first)
    #expect(made.count == 1)
    #expect(round.candidates.map(\.output) == [.text("a"), .text("A"), .text("c")])
    #expect(round.candidates.map(\.id) == ["corrected", "corrected+", "c"])
    #expect(round.candidates[1].model == "m0, corrected")
    #expect(round.candidates.map { $0.run != nil } == [true, false, false])
    #expect(round.prompt == comparison.prompt)
    #expect(round.reference == "r")
    #expect(
      round.metadata == [
        "n": 1,
        "correction_of": [
          "comparison_id": "q1", "lineage_id": "0190163d-8694-739b-aea5-966c26f8ad90", "rater": "ann",
          "candidate": 0,
          "original": 0, "correction": 1, "judgment_id": .string(source(.text("A"), 0).lowercaseString),
        ],
      ])
    #expect(try ComparisonReader.comparison(from: round.json) == round)
  }

  @Test func `others may be all or none`() throws {
    let judgment = try judgment([], [1: .text("B")])
    #expect(
      CorrectionRound(others: .all).comparisons(for: judgment, of: comparison, source: source).first?
        .candidates.count == 4)
    #expect(
      CorrectionRound(others: .none).comparisons(for: judgment, of: comparison, source: source).first?
        .candidates.count == 2)
    let best = CorrectionRound().comparisons(for: judgment, of: comparison, source: source).first
    #expect(best?.candidates.map(\.output) == [.text("b"), .text("B"), .text("a")])
  }

  @Test func `names follow from what is compared`() throws {
    func ids(_ tiers: [[Int]], _ text: String) throws -> [String] {
      CorrectionRound().comparisons(
        for: try judgment(tiers, [0: .text(text), 1: .text("B")]), of: comparison, source: source
      )
      .map(\.id)
    }
    let first = try ids([[0], [2], [1]], "A")
    #expect(Set(first).count == 2)
    #expect(first.allSatisfy { $0.hasPrefix("q1#") })
    #expect(try ids([[0, 2], [1]], "A") == first)
    #expect(try ids([[0], [2], [1]], "A!").first != first.first)
    #expect(try ids([[0], [2], [1]], "A!").last == first.last)
    #expect(try ids([[0], [1], [2]], "A").first != first.first)
  }

  @Test func `nothing is made of judgments without a correction`() throws {
    #expect(
      CorrectionRound().comparisons(for: try judgment([[0]], [:]), of: comparison, source: source).isEmpty)
  }
}
