// What comes from strangers, driven by coverage: `.ci/fuzz SECONDS` compiles this together with the sources of Terminal,
// which import nothing, and lets libFuzzer look for bytes that break a promise. It is no target of the package, so that nobody's
// build is instrumented.

/// The first byte says which promise is tried.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = bytes.first else { return 0 }
  switch choice % 3 {
  case 0: DecoderPromises(bytes: bytes.dropFirst()).check()
  case 1: TextPromises(bytes: bytes.dropFirst(), repertoire: .unicode).check()
  default: TextPromises(bytes: bytes.dropFirst(), repertoire: .ascii).check()
  }
  return 0
}

struct DecoderPromises {
  let bytes: ArraySlice<UInt8>

  func check() {
    var (whole, split) = (InputDecoder(), InputDecoder())
    let events = whole.decode(bytes)
    precondition(events == bytes.flatMap { split.decode([$0]) }, "it matters where the bytes were split")
    for case .key(let key) in events {
      guard case .character(let scalar) = key.code else { continue }
      precondition(
        scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value), "a control character is a key")
    }
    for case .paste(let pasted) in events {
      precondition(
        pasted.text.unicodeScalars.allSatisfy {
          $0 == "\n" || $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F
        },
        "a paste holds a control character")
    }
    for _ in 0..<InputDecoder.pastePatience { _ = whole.finish() }
    precondition(!whole.isWaiting, "the decoder waits for ever")
    precondition(whole.decode([UInt8(ascii: "q")]) == [.key(Key(.character("q")))], "the keyboard is dead")
  }
}

struct TextPromises {
  let bytes: ArraySlice<UInt8>
  let repertoire: Repertoire

  func check() {
    guard let width = bytes.first else { return }
    let columns = Int(width % 60) + 1
    let source = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let text = SanitizedText(source, repertoire: repertoire)
    let wrapped = WrappedText(text, columns: columns)
    var surface = Surface(
      size: Size(columns: columns, rows: max(1, wrapped.rowCount)), repertoire: repertoire)
    for row in 0..<wrapped.rowCount {
      surface.draw(wrapped, row: row, at: Position(column: 0, row: row), columns: columns, role: .text)
    }
    checkCells(of: surface)
    checkAnchors(of: wrapped, length: source.utf8.count)
    checkLine(of: source, columns: columns)
  }

  /// What may reach the terminal, and whole.
  private func checkCells(of surface: Surface) {
    for row in 0..<surface.size.rows {
      var column = 0
      while column < surface.size.columns {
        let glyph = surface[Position(column: column, row: row)].glyph
        precondition(glyph.width == 1 || glyph.width == 2, "half a wide glyph")
        precondition(column + Int(glyph.width) <= surface.size.columns, "a glyph reaches out of its row")
        precondition(isVisible(glyph.base), "a scalar that is not to be seen")
        precondition(repertoire == .unicode || glyph.text.utf8.allSatisfy { $0 < 0x80 }, "more than ASCII")
        column += Int(glyph.width)
      }
    }
  }

  private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
    }
  }

  private func checkAnchors(of wrapped: WrappedText, length: Int) {
    let anchors = (0..<wrapped.rowCount).map { wrapped.anchor(ofRow: $0) }
    precondition(zip(anchors, anchors.dropFirst()).allSatisfy { $0 < $1 }, "two rows have one anchor")
    precondition(anchors.allSatisfy { (0...length).contains($0) }, "an anchor is outside of the text")
    precondition(
      anchors.map { wrapped.row(showing: $0) } == Array(anchors.indices), "an anchor is another row's")
  }

  private func checkLine(of source: String, columns: Int) {
    var surface = Surface(size: Size(columns: 64, rows: 1), repertoire: repertoire)
    let written = surface.write(source, at: Position(column: 0, row: 0), columns: columns, role: .text)
    precondition(written <= columns, "a line is longer than it may be")
    checkCells(of: surface)
  }
}
