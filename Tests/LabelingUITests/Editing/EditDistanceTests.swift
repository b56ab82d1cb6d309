import Testing

@testable import LabelingUI

@Suite struct EditDistanceTests {
  @Test func `the distance is what the table of Levenshtein says`() {
    var generator = SplitMix(seed: 9)
    for _ in 0..<300 {
      let old = (0..<generator.below(20)).map { _ in Int32(generator.below(4)) }
      let new = (0..<generator.below(20)).map { _ in Int32(generator.below(4)) }
      #expect(EditDistance(old, new) == .exactly(table(old, new)), "\(old) \(new)")
    }
  }

  @Test func `counting ends where nobody reads the number`() {
    let old = (0..<5000).map { Int32($0) }
    #expect(EditDistance(old, old.map { -$0 - 1 }) == .moreThan(1000))
    #expect(EditDistance(old, []) == .moreThan(1000))
    #expect(EditDistance(old, Array(old.dropFirst(999))) == .exactly(999))
  }

  private func table(_ old: [Int32], _ new: [Int32]) -> Int {
    var row = Array(0...new.count)
    for (index, word) in old.enumerated() {
      var next = [index + 1]
      for (column, other) in new.enumerated() {
        next.append(min(row[column] + (word == other ? 0 : 1), row[column + 1] + 1, next[column] + 1))
      }
      row = next
    }
    return row[new.count]
  }
}
