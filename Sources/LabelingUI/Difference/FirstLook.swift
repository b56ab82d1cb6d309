/// What is compared before all of the rest, where texts are long: the stretch of each that is read.
///
/// It is an honest comparison of these stretches, word for word what it would be if the texts had no more. What is said near
/// their ends is kept back, because its counterpart may lie beyond.
struct FirstLook {
  /// Texts that come to less, all together, are compared in no time.
  static let leastBytes = 200_000
  /// As much of each text is compared as fills several screens,
  private static let mostBytes = 24_000
  /// if all together are not more than this.
  private static let mostBytesOfAll = 256_000

  /// `nil` for the pivot, and for what cannot be compared in parts.
  let comparisons: [PivotComparison?]
  /// Where its marks are told.
  private let told: [Range<Int>]

  /// `nil` where there is nothing to gain.
  init?(_ request: DifferenceRequest, _ texts: [BlockText], vocabulary: Vocabulary, budget: inout WorkBudget)
  {
    let size = min(Self.mostBytes, Self.mostBytesOfAll / max(1, texts.count))
    guard request.aid != .off, request.texts.reduce(0, { $0 + $1.count }) >= Self.leastBytes else {
      return nil
    }
    let stretches = zip(texts, request.places).map { Self.stretch(of: size, at: $1, in: $0) }
    let parts = zip(texts, stretches).map { $0.part($1) }
    var comparisons: [PivotComparison?] = []
    for index in texts.indices {
      comparisons.append(
        index == request.pivot
          ? nil
          : PivotComparison(
            plain: parts[request.pivot], parts[index], vocabulary: vocabulary, budget: &budget))
    }
    guard comparisons.contains(where: { $0 != nil }) else { return nil }
    self.comparisons = comparisons
    told = zip(texts, stretches).map { Self.middle(of: $1, in: $0) }
  }

  /// Its marks without those near the ends.
  func told(_ marks: [[DifferenceMark]]) -> [[DifferenceMark]] {
    zip(marks, told).map { marks, told in
      marks.filter { told.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= told.upperBound }
    }
  }

  /// Most of it lies behind the place, which is the top of what shows.
  private static func stretch(of size: Int, at place: Int, in text: BlockText) -> Range<Int> {
    let start = max(0, min(place, text.text.bytes.count) - size / 4)
    return start..<min(text.text.bytes.count, start + size)
  }

  private static func middle(of stretch: Range<Int>, in text: BlockText) -> Range<Int> {
    let edge = stretch.count / 5
    let start = stretch.lowerBound == 0 ? 0 : stretch.lowerBound + edge
    let end = stretch.upperBound == text.text.bytes.count ? stretch.upperBound : stretch.upperBound - edge
    return start..<end
  }
}
