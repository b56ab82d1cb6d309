/// What one block on the left may stand for on the right, for each block there how much speaks for it; 0 where nothing does.
struct BlockOffers {
  /// Below this, two blocks have nothing to do with each other.
  private static let leastSimilarity: Float = 0.25
  /// One that also is of the same kind goes before one that is not.
  private static let kindBonus: Float = 0.05
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
    let kind = left.kinds[block]
    let isProse = kind.isProse
    let isProsePair = !above.isEmpty && isProse && left.kinds[block - 1].isProse
    let share = isProsePair ? left.shares[block] : BlockVectors.Share()
    for column in cosines.indices {
      let other = right.kinds[blocks.lowerBound + column]
      let cosine = cosines[column]
      oneToOne[column] = Self.alone(cosine, isSameKind: kind == other, matches: kind.matches(other))
      let isLonger =
        column > 0 && isProse && other.isProse && right.kinds[blocks.lowerBound + column - 1].isProse
      oneToTwo[column] =
        isLonger
        ? Self.together(cosines[column - 1], cosine, right.shares[blocks.lowerBound + column]) : 0
      twoToOne[column] = isProsePair && other.isProse ? Self.together(above[column], cosine, share) : 0
    }
  }

  @inline(__always)
  private static func alone(_ cosine: Float, isSameKind: Bool, matches: Bool) -> Float {
    let similarity = isSameKind ? cosine + kindBonus : cosine
    return matches && cosine > 0 && similarity >= leastSimilarity ? similarity : 0
  }

  @inline(__always)
  private static func together(_ first: Float, _ second: Float, _ share: BlockVectors.Share) -> Float {
    guard min(first, second) >= leastShare else { return 0 }
    let both = share.first * first + share.second * second
    return both >= max(leastSimilarity, max(first, second) + leastGain) ? both : 0
  }
}

extension BlockOffers {
  /// What there is to know of the blocks of one text.
  struct Side {
    let kinds: [TextBlock.Kind]
    /// Of each block and the one before it, taken as one.
    let shares: [BlockVectors.Share]

    init(_ text: BlockText, _ vectors: BlockVectors.Side) {
      kinds = text.blocks.map(\.kind)
      shares = text.blocks.indices.map(vectors.share)
    }
  }
}
