import Testing

@testable import LabelingUI

@Suite("Chains of blocks")
struct BlockChainTests {
  typealias Offer = (step: BlockChain.Step, similarity: Float, row: Int, column: Int)

  private func chain(_ rows: Int, _ columns: Int, _ offers: [Offer]) -> [BlockPair] {
    var chain = BlockChain(rows: rows, columns: columns)
    for row in 0..<rows {
      var line = BlockOffers(columns: columns)
      for offer in offers where offer.row == row {
        switch offer.step {
        case .oneToOne: line.oneToOne[offer.column] = offer.similarity
        case .oneToTwo: line.oneToTwo[offer.column] = offer.similarity
        case .twoToOne: line.twoToOne[offer.column] = offer.similarity
        case .skipLeft, .skipRight: break
        }
      }
      chain.add(line)
    }
    return chain.pairs
  }

  @Test func `pairs do not cross, and the greater similarity in all wins`() {
    let crossing: [Offer] = [(.oneToOne, 0.9, 0, 1), (.oneToOne, 0.4, 0, 0), (.oneToOne, 0.6, 1, 0)]
    #expect(chain(2, 2, crossing) == [BlockPair(0, 1)])
    let both = crossing + [(.oneToOne, 0.6, 1, 1)]
    #expect(chain(2, 2, both) == [BlockPair(0, 0), BlockPair(1, 1)])
  }

  @Test func `one stands for two where that explains more`() {
    let half: Offer = (.oneToOne, 0.7, 0, 0)
    #expect(chain(1, 2, [half]) == [BlockPair(0, 0)])
    #expect(chain(1, 2, [half, (.oneToTwo, 0.6, 0, 1)]) == [BlockPair(left: 0..<1, right: 0..<2)])
    #expect(chain(1, 2, [half, (.oneToTwo, 0.4, 0, 1)]) == [BlockPair(0, 0)])
    #expect(chain(2, 1, [(.twoToOne, 0.6, 1, 0)]) == [BlockPair(left: 0..<2, right: 0..<1)])
  }

  @Test func `two pairs go before one of three blocks`() {
    let offers: [Offer] = [
      (.oneToOne, 0.7, 0, 0), (.oneToOne, 0.7, 1, 1), (.oneToTwo, 0.9, 0, 1), (.twoToOne, 0.9, 1, 1),
    ]
    #expect(chain(2, 2, offers) == [BlockPair(0, 0), BlockPair(1, 1)])
  }

  @Test func `nothing stands for nothing`() {
    #expect(chain(3, 3, []).isEmpty)
  }

  /// Against all chains there are.
  @Test func `the chain is the best of all`() {
    var samples = DifferenceSamples(seed: 9)
    for _ in 0..<200 {
      let (rows, columns) = (samples.number(in: 1...4), samples.number(in: 1...4))
      var offers: [Offer] = []
      for row in 0..<rows {
        for column in 0..<columns {
          let value = Float(samples.number(in: 0...8)) / 8
          if value > 0 { offers.append((.oneToOne, value, row, column)) }
          if column > 0, samples.number(in: 0...2) == 0 { offers.append((.oneToTwo, value, row, column)) }
          if row > 0, samples.number(in: 0...2) == 0 { offers.append((.twoToOne, value, row, column)) }
        }
      }
      let found = chain(rows, columns, offers)
      #expect(zip(found, found.dropFirst()).allSatisfy { isBefore($0, $1) })
      #expect(abs(worth(found, offers) - best(rows, columns, offers)) < 0.001)
    }
  }

  private func isBefore(_ first: BlockPair, _ second: BlockPair) -> Bool {
    first.left.upperBound <= second.left.lowerBound && first.right.upperBound <= second.right.lowerBound
  }

  private func worth(_ pairs: [BlockPair], _ offers: [Offer]) -> Float {
    pairs.reduce(0) { sum, pair in
      let offer = offers.first {
        $0.row == pair.left.upperBound - 1 && $0.column == pair.right.upperBound - 1
          && $0.step.extent == (pair.left.count, pair.right.count)
      }
      return sum + (offer.map(worth) ?? -100)
    }
  }

  private func worth(_ offer: Offer) -> Float { offer.similarity * (offer.step == .oneToOne ? 1 : 1.5) }

  private func best(_ rows: Int, _ columns: Int, _ offers: [Offer]) -> Float {
    guard rows > 0, columns > 0 else { return 0 }
    let here = offers.filter { $0.row == rows - 1 && $0.column == columns - 1 }.map {
      worth($0) + best(rows - $0.step.extent.left, columns - $0.step.extent.right, offers)
    }
    return max(best(rows - 1, columns, offers), best(rows, columns - 1, offers), here.max() ?? 0)
  }
}
