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
  /// Rows begin with so many cells of nothing, for every step to have something to go on from.
  private static let margin = 2

  private let columns: Int
  /// What the best chains are worth that end in each cell of the last rows.
  private var above: [Float]
  private var twoAbove: [Float]
  private var spare: [Float]
  /// The same of a row, as long as no chain of the row itself goes on in it.
  private var candidates: [Float]
  /// With which step the best chain ends in each cell.
  private var steps: [[Step]] = []

  init(rows: Int, columns: Int) {
    self.columns = columns
    above = [Float](repeating: 0, count: columns + Self.margin)
    (twoAbove, spare, candidates) = (above, above, above)
    steps.reserveCapacity(rows)
  }

  /// Takes the next row.
  mutating func add(_ offers: BlockOffers) {
    var row = [Step](repeating: .skipLeft, count: columns)
    Self.offer(
      &candidates, &row, above: above, twoAbove: twoAbove, offers.oneToOne, offers.oneToTwo, offers.twoToOne,
      columns)
    Self.goOn(&spare, &row, candidates, columns)
    steps.append(row)
    swap(&twoAbove, &above)
    swap(&above, &spare)
  }

  /// First to last, counted from 0.
  var pairs: [BlockPair] {
    var (row, column) = (steps.count, columns)
    var pairs: [BlockPair] = []
    while row > 0, column > 0 {
      let (left, right) = steps[row - 1][column - 1].extent
      if left > 0, right > 0 {
        pairs.append(BlockPair(left: row - left..<row, right: column - right..<column))
      }
      (row, column) = (row - left, column - right)
    }
    return pairs.reversed()
  }
}

// MARK: - Row by row

extension BlockChain {
  /// The best chains that come from the rows above. No cell waits for its neighbor here, and no branch has to be guessed.
  private static func offer(
    _ row: UnsafeMutablePointer<Float>, _ steps: UnsafeMutablePointer<Step>, above: UnsafePointer<Float>,
    twoAbove: UnsafePointer<Float>, _ oneToOne: UnsafePointer<Float>, _ oneToTwo: UnsafePointer<Float>,
    _ twoToOne: UnsafePointer<Float>, _ columns: Int
  ) {
    for column in 0..<columns {
      let here = column + margin
      let none = above[here]
      let pair = above[here - 1] + oneToOne[column]
      let right = above[here - 2] + weightOfThree * oneToTwo[column]
      let left = twoAbove[here - 1] + weightOfThree * twoToOne[column]
      let best = pair > none ? pair : none
      let better = right > best ? right : best
      let step: Step = pair > none ? .oneToOne : .skipLeft
      let betterStep: Step = right > best ? .oneToTwo : step
      row[here] = left > better ? left : better
      steps[column] = left > better ? .twoToOne : betterStep
    }
  }

  /// Where the chain to the left is worth more, it goes on.
  private static func goOn(
    _ row: UnsafeMutablePointer<Float>, _ steps: UnsafeMutablePointer<Step>,
    _ candidates: UnsafePointer<Float>, _ columns: Int
  ) {
    var best: Float = 0
    for here in margin..<columns + margin {
      best = max(candidates[here], best)
      row[here] = best
    }
    for column in 0..<columns {
      let isLess = candidates[column + margin] < row[column + margin - 1]
      steps[column] = isLess ? .skipRight : steps[column]
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
