/// How many words an edit changed: the least number of words put in, taken out or replaced (Levenshtein).
package enum EditDistance: Equatable, Sendable {
  case exactly(Int)
  /// Counting further would take too long.
  case moreThan(Int)

  /// Beyond this nobody reads the number as one.
  static let most = 1000

  /// Follows the farthest place that can be reached with so many changes on each diagonal, as Landau and Vishkin do.
  init(_ old: [Int32], _ new: [Int32], most: Int = EditDistance.most) {
    self = old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in Self.distance(old, new, most: most) }
    }
  }

  private static func distance(
    _ old: UnsafeBufferPointer<Int32>, _ new: UnsafeBufferPointer<Int32>, most: Int
  ) -> EditDistance {
    let goal = new.count - old.count
    guard abs(goal) <= most else { return .moreThan(most) }
    // By diagonal, shifted so that none is negative; no place yet is so far out that nothing follows from it.
    let unreached = -2
    var places = Array(repeating: unreached, count: 2 * most + 3)
    for changes in 0...most {
      var next = places
      for diagonal in -changes...changes {
        let index = diagonal + most + 1
        var row =
          changes == 0
          ? 0 : max(places[index] + 1, places[index - 1], places[index + 1] + 1)
        row = min(row, old.count, new.count - diagonal)
        guard row >= 0, row + diagonal >= 0 else { continue }
        while row < old.count, row + diagonal < new.count, old[row] == new[row + diagonal] { row += 1 }
        next[index] = row
        if diagonal == goal, row == old.count { return .exactly(changes) }
      }
      places = next
    }
    return .moreThan(most)
  }
}

extension EditDistance {
  var words: String {
    switch self {
    case .exactly(0): "no word changed"
    case .exactly(1): "1 word changed"
    case .exactly(let count): "\(count) words changed"
    case .moreThan(let count): "more than \(count) words changed"
    }
  }
}
