/// Tells where parts of a text stand after it was rewritten for display: what was copied keeps its length, what was left out or
/// put in lies between.
struct OffsetMap: Equatable, Sendable {
  private struct Piece: Equatable {
    let source: Int
    let shown: Int
    var length: Int
  }

  private var pieces: [Piece] = []

  /// Ascending on both sides.
  mutating func addCopy(source: Int, shown: Int, length: Int) {
    guard length > 0 else { return }
    if let last = pieces.last, last.source + last.length == source, last.shown + last.length == shown {
      pieces[pieces.count - 1].length += length
    } else {
      pieces.append(Piece(source: source, shown: shown, length: length))
    }
  }

  /// An offset of the source as one of what is shown; of what was left out, the place where it would be.
  func shown(_ offset: Int) -> Int {
    Self.mapped(
      offset,
      pieces.lastIndex(upTo: offset) { $0.source }.map {
        (pieces[$0].source, pieces[$0].shown, pieces[$0].length)
      })
  }

  func source(_ offset: Int) -> Int {
    Self.mapped(
      offset,
      pieces.lastIndex(upTo: offset) { $0.shown }.map {
        (pieces[$0].shown, pieces[$0].source, pieces[$0].length)
      })
  }

  private static func mapped(_ offset: Int, _ piece: (from: Int, to: Int, length: Int)?) -> Int {
    guard let piece else { return 0 }
    return piece.to + min(offset - piece.from, piece.length)
  }
}

extension Array {
  /// The index of the last element whose value is not above a limit; values ascend.
  fileprivate func lastIndex(upTo limit: Int, value: (Element) -> Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if value(self[middle]) <= limit { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
