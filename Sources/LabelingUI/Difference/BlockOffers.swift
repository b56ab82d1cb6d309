/// What one block on the left may stand for on the right: for each block there how much speaks for it, 0 where nothing does.
///
/// There is one for each cell of a great table, so nothing is decided by a branch here that a processor would have to guess.
struct BlockOffers {
  /// Below this, two blocks have nothing to do with each other.
  private static let leastSimilarity: Float = 0.25
  /// Each of two blocks that stand for one must be about the same as that one at least so much,
  private static let leastShare: Float = 0.2
  /// and both together so much more than either alone.
  private static let leastGain: Float = 0.1

  /// Block for block.
  var oneToOne: [Float]
  /// The block for that one and the one before it.
  var oneToTwo: [Float]
  /// The block and the one before it for that one.
  var twoToOne: [Float]

  init(columns: Int) {
    oneToOne = [Float](repeating: 0, count: columns)
    (oneToTwo, twoToOne) = (oneToOne, oneToOne)
  }

  /// - Parameters:
  ///   - cosines: Of the block with each on the right.
  ///   - above: The same of the block before it; empty if there is none.
  mutating func weigh(
    _ cosines: [Float], above: [Float], of block: Int, _ left: Side, with blocks: Range<Int>, _ right: Side
  ) {
    let (columns, kind) = (blocks.indices.count, left.kinds[block])
    Self.alone(&oneToOne, cosines, right.bonuses(for: kind), from: blocks.lowerBound, columns)
    Self.oneToTwo(
      &oneToTwo, cosines, right.bonuses(for: kind, joins: true), right.firstShares, right.secondShares,
      from: blocks.lowerBound, columns)
    guard !above.isEmpty else { return }
    let shares = (left.firstShares[block], left.secondShares[block])
    Self.twoToOne(
      &twoToOne, cosines, above: above, right.bonuses(for: kind, joins: true), shares,
      from: blocks.lowerBound,
      columns)
  }
}

// MARK: - Row by row

extension BlockOffers {
  private static func alone(
    _ offers: UnsafeMutablePointer<Float>, _ cosines: UnsafePointer<Float>, _ bonuses: UnsafePointer<Float>,
    from start: Int, _ count: Int
  ) {
    for column in 0..<count {
      let similarity = cosines[column] + bonuses[start + column]
      offers[column] = similarity >= leastSimilarity ? similarity : 0
    }
  }

  private static func oneToTwo(
    _ offers: UnsafeMutablePointer<Float>, _ cosines: UnsafePointer<Float>, _ bonuses: UnsafePointer<Float>,
    _ firstShares: UnsafePointer<Float>, _ secondShares: UnsafePointer<Float>, from start: Int, _ count: Int
  ) {
    for column in 1..<count {
      let both =
        firstShares[start + column] * cosines[column - 1] + secondShares[start + column] * cosines[column]
      offers[column] = worth(both + bonuses[start + column], cosines[column - 1], cosines[column])
    }
  }

  private static func twoToOne(
    _ offers: UnsafeMutablePointer<Float>, _ cosines: UnsafePointer<Float>, above: UnsafePointer<Float>,
    _ bonuses: UnsafePointer<Float>, _ shares: (first: Float, second: Float), from start: Int, _ count: Int
  ) {
    for column in 0..<count {
      let both = shares.first * above[column] + shares.second * cosines[column]
      offers[column] = worth(both + bonuses[start + column], above[column], cosines[column])
    }
  }

  @inline(__always)
  private static func worth(_ both: Float, _ first: Float, _ second: Float) -> Float {
    let (low, high) = (first < second ? first : second, first < second ? second : first)
    let least = high + leastGain < leastSimilarity ? leastSimilarity : high + leastGain
    let worth = both >= least ? both : 0
    return low >= leastShare ? worth : 0
  }
}

extension BlockOffers {
  /// What there is to know of the blocks of one text.
  struct Side {
    /// Of the same kind goes before of another kind.
    private static let sameKind: Float = 0.05
    /// No cosine makes up for it.
    private static let never: Float = -10

    let kinds: [TextBlock.Kind]
    /// Of each block and the one before it, what either has in the two of them; nothing where they cannot be taken as one.
    let firstShares: [Float]
    let secondShares: [Float]
    /// What is added for each block to its cosine with one of some kind.
    private let bonuses: [[Float]]
    /// The same where two stand for one.
    private let joinBonuses: [[Float]]

    init(_ text: BlockText, _ vectors: BlockVectors.Side) {
      let kinds = text.blocks.map(\.kind)
      let shares = kinds.indices.map { block in
        block > 0 && kinds[block - 1].joins(kinds[block]) ? vectors.share(of: block) : (0, 0)
      }
      self.kinds = kinds
      firstShares = shares.map(\.0)
      secondShares = shares.map(\.1)
      bonuses = TextBlock.Kind.allCases.map { kind in
        kinds.map { $0 == kind ? Self.sameKind : $0.matches(kind) ? 0 : Self.never }
      }
      joinBonuses = TextBlock.Kind.allCases.map { kind in kinds.map { $0.joins(kind) ? 0 : Self.never } }
    }

    func bonuses(for kind: TextBlock.Kind, joins: Bool = false) -> [Float] {
      (joins ? joinBonuses : bonuses)[Int(kind.rawValue)]
    }
  }
}
