/// What is said of a stretch of a run's text.
package struct DifferenceMark: Equatable, Sendable {
  package enum Kind: Equatable, Sendable, CaseIterable {
    /// Stands in the place of something else in the other run.
    case changed
    /// The other run has nothing in its place; of many runs, no other one says it.
    case onlyHere
    /// The other run has it too, elsewhere.
    case moved
    /// The other run has the same words.
    case shared
    /// Every run says it.
    case inAll
  }

  /// In bytes of the text.
  package let range: Range<Int>
  package let kind: Kind
}

extension [DifferenceMark] {
  /// In order of the text; where two meet, the one that stands first in this array keeps its place.
  func arranged() -> [DifferenceMark] {
    var taken: [DifferenceMark] = []
    for mark in enumerated().sorted(by: { Self.precedes($0, $1) }).map(\.element) {
      let end = taken.last?.range.upperBound ?? 0
      if mark.range.lowerBound >= end {
        taken.append(mark)
      } else if mark.range.upperBound > end {
        taken.append(DifferenceMark(range: end..<mark.range.upperBound, kind: mark.kind))
      }
    }
    return taken
  }

  private static func precedes(
    _ left: (offset: Int, element: DifferenceMark), _ right: (offset: Int, element: DifferenceMark)
  ) -> Bool {
    let (start, other) = (left.element.range.lowerBound, right.element.range.lowerBound)
    return start == other ? left.offset < right.offset : start < other
  }
}
