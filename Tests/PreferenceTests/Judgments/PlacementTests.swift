import Testing

@testable import Preference

@Suite struct PlacementTests {
  @Test(
    "Scores are scaled mid-ranks, best first",
    arguments: [
      ([[1], [0]], [1, 0]), ([[0, 1]], [0.5, 0.5]), ([[2], [0], [1]], [1, 0.5, 0]),
      ([[2], [0, 1]], [1, 0.25, 0.25]),
      ([[0, 1, 2]], [0.5, 0.5, 0.5]), ([[3, 1], [0, 2]], [5.0 / 6, 5.0 / 6, 1.0 / 6, 1.0 / 6]), ([[1]], [1]),
      ([], []),
    ] as [([[Int]], [Double])])
  func scores(tiers: [[Int]], scores: [Double]) throws {
    let placements = try placements(tiers: tiers, of: 4)
    #expect(placements.map(\.candidate) == Array(tiers.joined()))
    #expect(placements.map(\.score) == scores)
  }

  @Test func `Words tell place and count, and ties share the first of their places`() throws {
    #expect(
      try placements(tiers: [[2], [0], [1]], of: 4).map(\.words) == ["1st of 3", "2nd of 3", "3rd of 3"])
    #expect(
      try placements(tiers: [[3], [0, 1], [2]], of: 4).map(\.words)
        == ["1st of 4", "tied 2nd of 4", "tied 2nd of 4", "4th of 4"])
  }

  @Test func `All good and all bad place every candidate, cannot judge none`() {
    let good = Placement.all(of: makeJudgment(.allGood), candidateCount: 3)
    #expect(good.map(\.score) == [1, 1, 1])
    #expect(good.map(\.words) == ["all good", "all good", "all good"])
    let bad = Placement.all(of: makeJudgment(.allBad), candidateCount: 3)
    #expect(bad.map(\.score) == [0, 0, 0])
    #expect(bad.map(\.words) == ["all bad", "all bad", "all bad"])
    #expect(Placement.all(of: makeJudgment(.cannotJudge), candidateCount: 3).isEmpty)
  }

  @Test(
    "Ordinals have their endings",
    arguments: [
      (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
      (22, "22nd"), (30, "30th"), (111, "111th"), (112, "112th"),
    ])
  func ordinals(number: Int, text: String) {
    #expect(Ordinal.text(number) == text)
  }

  private func placements(tiers: [[Int]], of count: Int) throws -> [Placement] {
    let ranking = try #require(Ranking(tiers: tiers, candidateCount: count))
    return Placement.all(of: makeJudgment(.ranked, ranking), candidateCount: count)
  }
}
