import Testing

@testable import Terminal

/// What holds for any text at any width.
@Suite struct `Any text` {
  static let widths = [1, 2, 3, 5, 9, 10, 20, 38, 80]

  static let texts: [String] = {
    var texts = RandomText(seed: 1)
    return (0..<150).map { _ in texts.next(scalars: 80) } + (0..<50).map { _ in texts.nextBytes(120) }
      + (0..<100).map { _ in texts.nextBreakable(scalars: 80) }
  }()

  @Test func `reaches the screen without a scalar that steers or hides`() {
    for text in `Any text`.texts {
      for glyph in surface(of: text, columns: 40).cells.map(\.glyph) {
        #expect(TextWidth.width(of: glyph.base).map { $0 > 0 } == true)
        for mark in scalars(String(glyph.text.unicodeScalars.dropFirst())) {
          #expect(Unicode.Scalar(mark).flatMap { TextWidth.width(of: $0) } == 0)
        }
      }
    }
  }

  @Test func `reaches a terminal that shows ASCII only as printable ASCII`() {
    for text in `Any text`.texts {
      for columns in [1, 40] {
        let cells = surface(of: text, columns: columns, repertoire: .ascii).cells
        #expect(cells.allSatisfy { isPrintableASCII($0.glyph) })
      }
      var surface = Surface(size: Size(columns: 40, rows: 1), repertoire: .ascii)
      surface.write(text, at: Position(column: 0, row: 0), columns: 40, role: .text)
      #expect(surface.cells.allSatisfy { isPrintableASCII($0.glyph) })
    }
  }

  @Test func `hides as much on a poor terminal as on a rich one`() {
    for text in `Any text`.texts {
      let (poor, rich) = (SanitizedText(text, repertoire: .ascii), SanitizedText(text))
      #expect(poor.hiddenCount == rich.hiddenCount)
      #expect(poor.readsRightToLeft == rich.readsRightToLeft)
    }
  }

  @Test func `fills cells with glyphs of their true width`() {
    for text in `Any text`.texts {
      for glyph in glyphs(of: text, columns: 40) {
        #expect(TextWidth.width(of: glyph.base) == Int(glyph.width))
      }
    }
  }

  @Test(arguments: widths, Repertoire.allCases)
  func `makes rows that fit`(columns: Int, repertoire: Repertoire) {
    for text in `Any text`.texts {
      let wrapped = WrappedText(SanitizedText(text, repertoire: repertoire), columns: columns)
      for row in 0..<wrapped.rowCount {
        var end = 0
        wrapped.showGlyphs(ofRow: row) { glyph, column, _ in end = column + Int(glyph.width) }
        #expect(end <= columns, "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: widths, Repertoire.allCases)
  func `shows every element once, but for blanks at a break`(columns: Int, repertoire: Repertoire) {
    for text in `Any text`.texts {
      let sanitized = SanitizedText(text, repertoire: repertoire)
      let wrapped = WrappedText(sanitized, columns: columns)
      var next = 0
      for row in wrapped.rows {
        #expect(next <= row.start)
        #expect(sanitized.elements[next..<Int(row.start)].allSatisfy { $0.isBlank })
        next = Int(row.end)
      }
      #expect(sanitized.elements[next...].allSatisfy { $0.isBlank })
    }
  }

  @Test(arguments: widths, Repertoire.allCases)
  func `finds each row again by its anchor`(columns: Int, repertoire: Repertoire) {
    for text in `Any text`.texts {
      let wrapped = WrappedText(SanitizedText(text, repertoire: repertoire), columns: columns)
      let anchors = (0..<wrapped.rowCount).map { wrapped.anchor(ofRow: $0) }
      #expect(zip(anchors, anchors.dropFirst()).allSatisfy { $0 < $1 })
      #expect(anchors.map { wrapped.row(showing: $0) } == Array(anchors.indices))
      #expect(anchors.allSatisfy { (0...text.utf8.count).contains($0) })
    }
  }

  @Test(arguments: [5, 10, 38])
  func `of scripts without blanks is broken between grapheme clusters`(columns: Int) {
    var texts = RandomText(seed: 2)
    for text in (0..<100).map({ _ in texts.next(syllables: 60) }) {
      let borders = Set(
        text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count])
      let wrapped = WrappedText(SanitizedText(text), columns: columns)
      for row in 0..<wrapped.rowCount {
        #expect(borders.contains(wrapped.anchor(ofRow: row)), "\(text.debugDescription)")
      }
    }
  }

  @Test func `keeps its place through a change of width`() {
    for text in `Any text`.texts {
      let sanitized = SanitizedText(text)
      let narrow = WrappedText(sanitized, columns: 20)
      let wide = WrappedText(sanitized, columns: 60)
      for row in 0..<narrow.rowCount {
        let anchor = narrow.anchor(ofRow: row)
        let found = wide.row(showing: anchor)
        #expect(wide.anchor(ofRow: found) <= anchor)
        #expect(found + 1 == wide.rowCount || wide.anchor(ofRow: found + 1) > anchor)
      }
    }
  }

  @Test(arguments: Repertoire.allCases)
  func `is written on one line within its columns`(repertoire: Repertoire) {
    for text in `Any text`.texts {
      for columns in [1, 2, 7, 30] {
        var surface = Surface(size: Size(columns: 40, rows: 1), repertoire: repertoire)
        let written = surface.write(text, at: Position(column: 0, row: 0), columns: columns, role: .text)
        #expect(written <= columns)
        #expect(surface.cells[written...].allSatisfy { $0 == .blank })
        #expect(hasWholeGlyphs(surface))
      }
    }
  }

  private func isPrintableASCII(_ glyph: Glyph) -> Bool {
    (0x20..<0x7F).contains(glyph.base.value) && !glyph.hasMarks && glyph.width == 1
  }

  private func surface(of text: String, columns: Int, repertoire: Repertoire = .unicode) -> Surface {
    let wrapped = WrappedText(SanitizedText(text, repertoire: repertoire), columns: columns)
    var surface = Surface(size: Size(columns: columns, rows: wrapped.rowCount))
    for row in 0..<wrapped.rowCount {
      surface.draw(wrapped, row: row, at: Position(column: 0, row: row), columns: columns, role: .text)
    }
    return surface
  }

  private func glyphs(of text: String, columns: Int) -> [Glyph] {
    let wrapped = WrappedText(SanitizedText(text), columns: columns)
    var glyphs: [Glyph] = []
    for row in 0..<wrapped.rowCount {
      wrapped.showGlyphs(ofRow: row) { glyph, _, _ in glyphs.append(glyph) }
    }
    return glyphs
  }
}
