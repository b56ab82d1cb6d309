/// The chain of blocks that stand for each other with the greatest similarity in all, in the order of both texts: one for
/// one, one for two, two for one, or for nothing (Needleman–Wunsch with the steps of Gale and Church).
///
/// Filled row by row: a row for each block on the left, a column for each on the right.
struct BlockChain {
  enum Step: UInt8 {
    case none, oneToOne, oneToTwo, twoToOne

    /// How many blocks of each side it takes.
    var extent: (left: Int, right: Int) {
      switch self {
      case .none: (0, 0)
      case .oneToOne: (1, 1)
      case .oneToTwo: (1, 2)
      case .twoToOne: (2, 1)
      }
    }

    /// Every block that finds a place counts alike.
    fileprivate var weight: Float { self == .oneToOne ? 1 : 1.5 }
  }

  private let width: Int
  private let rows: Int
  private var best: [Float]
  private var steps: [Step]

  init(rows: Int, columns: Int) {
    self.rows = rows
    width = columns + 1
    best = [Float](repeating: 0, count: (rows + 1) * width)
    steps = [Step](repeating: .none, count: best.count)
  }

  /// To be called for every cell first: nothing stands for anything there.
  mutating func begin(_ row: Int, _ column: Int) {
    let cell = (row + 1) * width + column + 1
    best[cell] = max(best[cell - width], best[cell - 1])
  }

  /// The blocks that end there may stand for each other.
  mutating func offer(_ step: Step, similarity: Float, _ row: Int, _ column: Int) {
    let cell = (row + 1) * width + column + 1
    let (left, right) = step.extent
    let value = best[cell - left * width - right] + step.weight * similarity
    guard value > best[cell] else { return }
    best[cell] = value
    steps[cell] = step
  }

  /// First to last, counted from 0.
  var pairs: [BlockPair] {
    var (row, column) = (rows, width - 1)
    var pairs: [BlockPair] = []
    while row > 0, column > 0 {
      let cell = row * width + column
      if steps[cell] != .none {
        let (left, right) = steps[cell].extent
        pairs.append(BlockPair(left: row - left..<row, right: column - right..<column))
        (row, column) = (row - left, column - right)
      } else if best[cell - width] >= best[cell - 1] {
        row -= 1
      } else {
        column -= 1
      }
    }
    return pairs.reversed()
  }
}

/// Blocks of two texts, by their numbers, that stand for each other.
struct BlockPair: Equatable, Sendable {
  let left: Range<Int>
  let right: Range<Int>

  init(left: Range<Int>, right: Range<Int>) {
    self.left = left
    self.right = right
  }

  init(_ left: Int, _ right: Int) {
    self.init(left: left..<left + 1, right: right..<right + 1)
  }

  var mirrored: BlockPair { BlockPair(left: right, right: left) }
}
