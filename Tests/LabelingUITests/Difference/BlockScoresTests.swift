import Testing

@testable import LabelingUI

@Suite("Scores of blocks")
struct BlockScoresTests {
  @Test func `a block's cosine with some others is that of their terms`() {
    var samples = DifferenceSamples(seed: 13)
    let blocks = (0..<30).map { _ in vector(&samples) }
    let scores = BlockScores(blocks, termLimit: 20)
    for _ in 0..<50 {
      let block = vector(&samples)
      let first = samples.number(in: 0...29)
      let range = first..<samples.number(in: first...30)
      var cosines = [Float](repeating: 7, count: range.count)
      scores.score(block, against: range, into: &cosines)
      for (cosine, other) in zip(cosines, blocks[range]) {
        #expect(abs(cosine - product(block, other)) < 0.001)
      }
    }
  }

  private func vector(_ samples: inout DifferenceSamples) -> [BlockVectors.Component] {
    (Int32(0)..<20).compactMap { term in
      let weight = samples.number(in: 0...4)
      return weight > 2 ? BlockVectors.Component(term: term, weight: Float(weight) / 4) : nil
    }
  }

  private func product(_ left: [BlockVectors.Component], _ right: [BlockVectors.Component]) -> Float {
    left.reduce(0) { sum, component in
      sum + component.weight * (right.first { $0.term == component.term }?.weight ?? 0)
    }
  }
}
