import Terminal

/// Pieces of a text that were laid out already: those that showed last. An edit forgets the lines that it touches, and the others
/// move along with it.
struct KnownPieces: Sendable {
  /// In the order of the text.
  private var pieces: [TextFlow.Piece] = []

  init(_ pieces: [TextFlow.Piece] = []) {
    self.pieces = pieces
  }

  /// The piece that a layout of the text would give for an offset, if it is known.
  func piece(at offset: Int) -> TextFlow.Piece? {
    let index = pieces.firstIndex(behind: offset) - 1
    guard index >= 0, pieces[index].holds(offset) else { return nil }
    return pieces[index]
  }

  /// What is still known when a range is replaced by that many bytes.
  func following(_ change: TextEditor.Change) -> KnownPieces {
    let shift = change.count - change.range.count
    return KnownPieces(
      pieces.compactMap { piece in
        if piece.isBefore(change.range) { return piece }
        return piece.line.lowerBound > change.range.upperBound ? piece.moved(by: shift) : nil
      })
  }
}

extension KnownPieces: Equatable {
  /// It is worked out from the text, so it makes no difference.
  static func == (left: KnownPieces, right: KnownPieces) -> Bool { true }
}

extension TextFlow.Piece {
  fileprivate func holds(_ offset: Int) -> Bool {
    range.contains(offset) || (offset == range.upperBound && offset == line.upperBound)
  }

  /// The two bytes behind a line may be its end.
  fileprivate func isBefore(_ range: Range<Int>) -> Bool { line.upperBound + 2 <= range.lowerBound }

  fileprivate func moved(by shift: Int) -> TextFlow.Piece {
    TextFlow.Piece(
      range: range.lowerBound + shift..<range.upperBound + shift,
      line: line.lowerBound + shift..<line.upperBound + shift, next: next.map { $0 + shift }, wrapped: wrapped
    )
  }
}

extension [TextFlow.Piece] {
  /// The first that begins behind an offset.
  fileprivate func firstIndex(behind offset: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
