import Testing

@testable import Preference

@Suite struct RankingTests {
  @Test func `Candidates are placed below one another, tied with the last, and taken back one by one`() {
    var ranking = Ranking()
    ranking.place(2)
    ranking.tieWithLast(0)
    ranking.place(3)
    #expect(ranking.tiers == [[2, 0], [3]])
    #expect(ranking.removeLast() == 3)
    #expect(ranking.removeLast() == 0)
    #expect(ranking.tiers == [[2]])
    #expect(ranking.removeLast() == 2)
    #expect(ranking.removeLast() == nil)
    #expect(ranking.isEmpty)
  }

  @Test func `A candidate that is placed is not placed again`() {
    var ranking = Ranking()
    ranking.place(1)
    ranking.place(1)
    ranking.tieWithLast(1)
    #expect(ranking.tiers == [[1]])
  }

  @Test func `The first candidate may be said to tie`() {
    var ranking = Ranking()
    ranking.tieWithLast(1)
    #expect(ranking.tiers == [[1]])
  }

  @Test(
    "Tiers that do not make a ranking are refused",
    arguments: [[[]], [[0], []], [[0], [0]], [[0, 0]], [[3]], [[-1]]] as [[[Int]]])
  func refused(tiers: [[Int]]) {
    #expect(Ranking(tiers: tiers, candidateCount: 3) == nil)
  }

  @Test("Tiers that make a ranking are kept", arguments: [[], [[2]], [[1], [0, 2]]] as [[[Int]]])
  func kept(tiers: [[Int]]) throws {
    #expect(try #require(Ranking(tiers: tiers, candidateCount: 3)).tiers == tiers)
  }

  @Test func `Ranks are shared within a tier, and mid-ranks are their mean`() throws {
    let ranking = try #require(Ranking(tiers: [[4], [0, 2, 1], [3]], candidateCount: 5))
    #expect((0..<3).map(ranking.rank) == [1, 2, 5])
    #expect((0..<3).map(ranking.midRank) == [1, 3, 5])
    #expect(ranking.tier(of: 2) == 1)
    #expect(ranking.tier(of: 5) == nil)
    #expect(ranking.placedCount == 5)
  }

  @Test func `The order inside a tie does not tell rankings apart`() {
    #expect(
      Ranking(tiers: [[1, 0], [2]], candidateCount: 3) == Ranking(tiers: [[0, 1], [2]], candidateCount: 3))
    #expect(Ranking(tiers: [[1], [0]], candidateCount: 3) != Ranking(tiers: [[0], [1]], candidateCount: 3))
    #expect(
      Set([Ranking(tiers: [[1, 0]], candidateCount: 2), Ranking(tiers: [[0, 1]], candidateCount: 2)]).count
        == 1)
  }
}
