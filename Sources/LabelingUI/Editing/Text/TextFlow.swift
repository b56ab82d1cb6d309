import Terminal

/// A text laid out in rows, of which only what is asked for is wrapped.
///
/// Lines are wrapped one by one. A line of more than some kilobytes is cut into pieces that are wrapped each by itself, so that
/// a key in it costs no more than elsewhere; the row before a cut may be short.
struct TextFlow {
  let text: TextRope
  let columns: Int
  let repertoire: Repertoire
  /// What need not be laid out again.
  var known = KnownPieces()

  static let longestLine = 8192
  private static let pieceLength = 4096
  /// How far a cut may be from a multiple of that: less than half, so that no two are one.
  private static let borderReach = 512

  /// A stretch of a line, wrapped.
  struct Piece: Sendable {
    /// Without the line's end.
    let range: Range<Int>
    /// The whole line, without its end.
    let line: Range<Int>
    /// Where the next line begins, if there is one.
    let next: Int?
    let wrapped: WrappedText

    var length: Int { range.count }
  }

  /// One row of the text.
  struct Place: Sendable {
    let piece: Piece
    let row: Int

    var start: Int {
      row == 0 ? piece.range.lowerBound : piece.range.lowerBound + piece.wrapped.anchor(ofRow: row)
    }
    /// What it shows of the text, the blanks at its end included.
    var range: Range<Int> {
      let isLast = row + 1 >= piece.wrapped.rowCount
      let end =
        isLast ? piece.range.upperBound : piece.range.lowerBound + piece.wrapped.anchor(ofRow: row + 1)
      return start..<max(start, end)
    }

    func column(of offset: Int) -> Int {
      piece.wrapped.column(of: offset - piece.range.lowerBound, inRow: row)
    }

    func offset(inColumn column: Int) -> Int {
      piece.range.lowerBound + piece.wrapped.offset(inColumn: column, ofRow: row, end: piece.length)
    }

    var end: Int { piece.range.lowerBound + piece.wrapped.endOffset(ofRow: row, end: piece.length) }
  }

  func place(of offset: Int) -> Place {
    let piece = piece(at: offset)
    return Place(piece: piece, row: piece.wrapped.row(showing: offset - piece.range.lowerBound))
  }

  func place(after place: Place) -> Place? {
    if place.row + 1 < place.piece.wrapped.rowCount { return Place(piece: place.piece, row: place.row + 1) }
    let end = place.piece.range.upperBound
    let next = end < place.piece.line.upperBound ? end : place.piece.next
    return next.map { Place(piece: piece(at: $0), row: 0) }
  }

  func place(before place: Place) -> Place? {
    if place.row > 0 { return Place(piece: place.piece, row: place.row - 1) }
    let start = place.piece.range.lowerBound
    guard start > 0 else { return nil }
    let before = piece(at: place.piece.line.lowerBound < start ? start - 1 : text.stop(before: start))
    return Place(piece: before, row: max(0, before.wrapped.rowCount - 1))
  }

  /// So many rows further down, or up if negative; as far as there are any.
  func place(_ steps: Int, from place: Place) -> Place {
    var place = place
    for _ in 0..<abs(steps) {
      guard let next = steps > 0 ? self.place(after: place) : self.place(before: place) else { break }
      place = next
    }
    return place
  }

  private func piece(at offset: Int) -> Piece {
    if let piece = known.piece(at: offset) { return piece }
    let number = text.line(at: offset)
    let next = number + 1 < text.lineCount ? text.start(ofLine: number + 1) : nil
    let line = text.start(ofLine: number)..<text.lineEnd(at: offset)
    let range = line.count <= Self.longestLine ? line : cut(line, around: offset)
    let shown = SanitizedText(text.text(in: range), repertoire: repertoire)
    return Piece(range: range, line: line, next: next, wrapped: WrappedText(shown, columns: columns))
  }

  private func cut(_ line: Range<Int>, around offset: Int) -> Range<Int> {
    var number = (min(offset, line.upperBound - 1) - line.lowerBound) / Self.pieceLength
    var start = border(number, in: line)
    if start > offset {
      number -= 1
      start = border(number, in: line)
    }
    var end = border(number + 1, in: line)
    if end <= offset, end < line.upperBound {
      (start, end) = (end, border(number + 2, in: line))
    }
    return start..<end
  }

  /// The first word behind a multiple of the length of pieces, or else what people see as a character.
  private func border(_ number: Int, in line: Range<Int>) -> Int {
    guard number > 0 else { return line.lowerBound }
    let wanted = line.lowerBound + number * Self.pieceLength
    guard wanted < line.upperBound else { return line.upperBound }
    let near = text.bytes(in: wanted..<min(line.upperBound, wanted + Self.borderReach))
    for index in near.indices.dropFirst() where near[index - 1] == 0x20 && near[index] != 0x20 {
      return wanted + index
    }
    let scalar = text.scalarStart(atOrBefore: wanted)
    let stop = text.stop(after: text.stop(before: scalar))
    return min(line.upperBound, abs(stop - wanted) <= Self.borderReach ? stop : scalar)
  }
}
