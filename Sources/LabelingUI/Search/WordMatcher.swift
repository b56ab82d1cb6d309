/// Looks for words, scalar by scalar, in steps that follow the length of the text alone, whatever repeats itself in it and in
/// them (Knuth, Morris and Pratt).
struct WordMatcher {
  private let words: [UInt32]
  /// For each beginning of the words, how much of their beginning it ends with.
  private let borders: [Int]

  init(_ words: [UInt32]) {
    self.words = words
    var borders = words.map { _ in 0 }
    var length = 0
    for index in words.indices.dropFirst() {
      while length > 0, words[index] != words[length] { length = borders[length - 1] }
      if words[index] == words[length] { length += 1 }
      borders[index] = length
    }
    self.borders = borders
  }

  /// Tells of matches that do not overlap, first to last, until `found` says that it is enough.
  ///
  /// - Returns: The steps taken.
  @discardableResult
  func look(through scalars: [UInt32], found: (Range<Int>) -> Bool) -> Int {
    guard !words.isEmpty else { return 0 }
    var (steps, known) = (0, 0)
    for (index, scalar) in scalars.enumerated() {
      steps += 1
      while known > 0, words[known] != scalar {
        known = borders[known - 1]
        steps += 1
      }
      if words[known] == scalar { known += 1 }
      guard known == words.count else { continue }
      known = 0
      guard found(index + 1 - words.count..<index + 1) else { return steps }
    }
    return steps
  }
}
