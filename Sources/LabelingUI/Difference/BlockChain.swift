/// The chain of blocks that stand for each other with the greatest similarity in all, in the order of both texts: one for
/// one, one for two, two for one, or for nothing (Needleman–Wunsch with the steps of Gale and Church).
///
/// Filled row by row: a row for each block on the left, a column for each on the right.
struct BlockChain {
  enum Step: UInt8 {
    /// One block stands for nothing.
    case skipLeft, skipRight
    case oneToOne, oneToTwo, twoToOne

    /// How many blocks of each side it takes.
    var extent: (left: Int, right: Int) {
      switch self {
      case .skipLeft: (1, 0)
      case .skipRight: (0, 1)
      case .oneToOne: (1, 1)
      case .oneToTwo: (1, 2)
      case .twoToOne: (2, 1)
      }
    }
  }

  /// Every block that finds a place counts alike.
  private static let weightOfThree: Float = 1.5

  private let columns: Int
  /// Of the last row and the one before it, what the best chains that end there are worth; before the first column, nothing.
  private var last: [Float]
  private var beforeLast: [Float]
  /// With which step the best chain ends in each cell.
  private var steps: [Step]
  private var rows = 0

  init(rows: Int, columns: Int) {
    self.columns = columns
    last = [Float](repeating: 0, count: columns + 1)
    beforeLast = last
    steps = [Step](repeating: .skipLeft, count: rows * columns)
  }

  /// Takes the next row. Of steps that come to the same, the one that the enumeration names first wins.
  mutating func add(_ offers: BlockOffers) {
    let first = rows * columns
    steps.withUnsafeMutableBufferPointer { steps in
      beforeLast.withUnsafeMutableBufferPointer { line in
        last.withUnsafeBufferPointer { above in
          Self.fill(
            line, above: above, offers, UnsafeMutableBufferPointer(rebasing: steps[first..<first + columns]))
        }
      }
    }
    swap(&last, &beforeLast)
    rows += 1
  }

  /// - Parameter line: The row before the last one, to be overwritten with the new one.
  private static func fill(
    _ line: UnsafeMutableBufferPointer<Float>, above: UnsafeBufferPointer<Float>, _ offers: BlockOffers,
    _ steps: UnsafeMutableBufferPointer<Step>
  ) {
    var (value, twoAbove) = (Float(0), line[0])
    for column in steps.indices {
      let cell = Cell(
        left: value, above: above[column + 1], diagonal: above[column],
        beyond: above[max(0, column - 1)], twoAbove: twoAbove)
      twoAbove = line[column + 1]
      (value, steps[column]) = cell.best(
        offers.oneToOne[column], weightOfThree * offers.oneToTwo[column],
        weightOfThree * offers.twoToOne[column])
      line[column + 1] = value
    }
  }

  /// First to last, counted from 0.
  var pairs: [BlockPair] {
    var (row, column) = (rows, columns)
    var pairs: [BlockPair] = []
    while row > 0, column > 0 {
      let (left, right) = steps[(row - 1) * columns + column - 1].extent
      if left > 0, right > 0 {
        pairs.append(BlockPair(left: row - left..<row, right: column - right..<column))
      }
      (row, column) = (row - left, column - right)
    }
    return pairs.reversed()
  }
}

extension BlockChain {
  /// What the chains are worth that a step may go on from.
  fileprivate struct Cell {
    let left: Float
    let above: Float
    let diagonal: Float
    /// A row above, two columns to the left.
    let beyond: Float
    /// Two rows above, a column to the left.
    let twoAbove: Float

    @inline(__always)
    func best(_ oneToOne: Float, _ oneToTwo: Float, _ twoToOne: Float) -> (value: Float, step: Step) {
      var (value, step) = above >= left ? (above, Step.skipLeft) : (left, .skipRight)
      if oneToOne > 0, diagonal + oneToOne > value { (value, step) = (diagonal + oneToOne, .oneToOne) }
      if oneToTwo > 0, beyond + oneToTwo > value { (value, step) = (beyond + oneToTwo, .oneToTwo) }
      if twoToOne > 0, twoAbove + twoToOne > value { (value, step) = (twoAbove + twoToOne, .twoToOne) }
      return (value, step)
    }
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
