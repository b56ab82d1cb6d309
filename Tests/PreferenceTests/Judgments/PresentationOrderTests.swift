import Testing

@testable import Preference

@Suite struct PresentationOrderTests {
  @Test("In each block every candidate stands in every position once", arguments: [2, 3, 4, 5, 8, 30])
  func latin(count: Int) {
    for block in 0..<20 {
      let orders = orders(count, block: block)
      for position in 0..<count {
        #expect(Set(orders.map { $0[position] }) == Set(0..<count))
      }
      #expect(orders.allSatisfy { Set($0) == Set(0..<count) })
    }
  }

  @Test("With an even number, every candidate follows every other once in a block", arguments: [2, 4, 6, 30])
  func neighbors(count: Int) {
    let pairs = orders(count, block: 3).flatMap { order in zip(order, order.dropFirst()).map { [$0, $1] } }
    #expect(Set(pairs).count == count * (count - 1))
  }

  @Test func `Blocks, raters and seeds get orders of their own`() {
    func all(seed: UInt64 = 1, rater: String = "ann") -> [[Int]] {
      (0..<40).map {
        PresentationOrder.order(candidateCount: 4, indexAmongSameCount: $0, seed: seed, rater: rater)
      }
    }
    #expect(Set(stride(from: 0, to: 40, by: 4).map { Array(all()[$0..<$0 + 4]) }).count == 10)
    #expect(all() == all())
    #expect(all() != all(seed: 2))
    #expect(all() != all(rater: "bob"))
    #expect(all(rater: "\u{e9}") != all(rater: "e\u{301}"))
  }

  @Test func `Either of two candidates stands first as often, in no fixed alternation`() {
    let first = (0..<200).map {
      PresentationOrder.order(candidateCount: 2, indexAmongSameCount: $0, seed: 7, rater: "ann")[0]
    }
    #expect(first.reduce(0, +) == 100)
    let blocks = Set(stride(from: 0, to: 200, by: 2).map { [first[$0], first[$0 + 1]] })
    #expect(blocks == [[0, 1], [1, 0]])
  }

  /// A change here would show raters other orders than their campaign began with.
  @Test func `The orders of a seed never change`() {
    let orders = (0..<5).map {
      PresentationOrder.order(candidateCount: 4, indexAmongSameCount: $0, seed: 42, rater: "ann")
    }
    #expect(orders == [[2, 1, 0, 3], [0, 2, 3, 1], [3, 0, 1, 2], [1, 3, 2, 0], [2, 1, 3, 0]])
  }

  @Test("One candidate or none needs no order", arguments: [0, 1])
  func trivial(count: Int) {
    #expect(
      PresentationOrder.order(candidateCount: count, indexAmongSameCount: 5, seed: 1, rater: "")
        == Array(0..<count))
  }

  @Test func `The generator gives the numbers of its reference implementation`() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  private func orders(_ count: Int, block: Int) -> [[Int]] {
    (0..<count).map {
      PresentationOrder.order(
        candidateCount: count, indexAmongSameCount: block * count + $0, seed: 1, rater: "ann")
    }
  }
}
