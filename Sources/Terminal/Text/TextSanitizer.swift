/// Turns text into sanitized elements in one pass, scalar by scalar.
struct TextSanitizer {
  /// The glyph that marks, selectors and joiners apply to.
  struct Base {
    let scalar: Unicode.Scalar
    let element: Int
    /// The marks that were spelled out after it; glyphs know theirs.
    var spelledMarks = 0
  }

  let repertoire: Repertoire
  var reader: ScalarReader
  var elements: [TextElement] = []
  var clusters: [Glyph] = []
  var hiddenCount = 0
  var folded: [FoldedCharacter] = []
  var unseenCount = 0
  /// `nil` at the start of a line and after a token or a tab.
  var base: Base?
  /// The scalar before the present one, shown or not.
  var previous: Unicode.Scalar = "\n"
  var lineIsPlain = true
  /// A joiner between two emoji was left out: the next one stays with the last.
  var joinsNext = false
  private var lines: [SanitizedText.Line] = []
  private var lineStart = (element: 0, offset: 0)
  private var rightToLeftCount = 0
  /// The last glyph is a regional indicator that no other has completed to a flag.
  private var flagIsHalf = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, repertoire: Repertoire) {
    self.repertoire = repertoire
    reader = ScalarReader(bytes)
    elements.reserveCapacity(bytes.count)
  }

  mutating func run() -> SanitizedText {
    while true {
      takePrintableASCII()
      guard let scalar = reader.next() else { break }
      take(scalar)
      previous = scalar
    }
    if lines.isEmpty || lineStart.offset < reader.position { endLine() }
    return SanitizedText(
      repertoire: repertoire, elements: elements, clusters: clusters, lines: lines,
      hiddenCount: hiddenCount, folded: folded, unseenCount: unseenCount, readsRightToLeft: readsRightToLeft)
  }

  /// Most letters are of scripts that read so. Where there are none of them, nothing is counted.
  private var readsRightToLeft: Bool {
    guard rightToLeftCount > 0 else { return false }
    let letters = elements.count { element in
      switch element.kind {
      case .narrow, .wide, .spelled: ScalarContext.isLetter(element.scalar)
      case .narrowCluster, .wideCluster: ScalarContext.isLetter(clusters[Int(element.payload)].base)
      case .token, .excessMarks, .tab, .likeness: false
      }
    }
    return rightToLeftCount * 2 > letters
  }

  private mutating func takePrintableASCII() {
    let start = reader.position
    while let byte = reader.nextPrintableASCII() {
      elements.append(TextElement(.narrow, UInt32(byte), offset: reader.position - 1))
    }
    guard reader.position > start, let last = elements.last else { return }
    base = Base(scalar: last.scalar, element: elements.count - 1)
    previous = last.scalar
    joinsNext = false
    flagIsHalf = false
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n":
      endLine()
    case "\r" where reader.peek() == "\n":
      _ = reader.next()
      endLine()
    case "\t":
      append(.tab, 0)
      base = nil
    default:
      switch TextWidth.width(of: scalar) {
      case nil: takeHidden(scalar)
      case 0: takeMark(scalar)
      case let width?: takeGlyph(scalar, width: width)
      }
    }
  }

  private mutating func takeGlyph(_ scalar: Unicode.Scalar, width: Int) {
    if isToneOfBase(scalar) { return fold(scalar) }
    var flags = LineBreakClass.flags(of: scalar, width: width)
    if joinsNext || completesFlag(scalar) || ScalarContext.stacksNext(previous) {
      flags.insert(.clingsToPrevious)
    }
    append(kind(of: scalar, width: width), scalar.value, flags: flags)
    base = Base(scalar: scalar, element: elements.count - 1)
    joinsNext = false
    if ScalarContext.isRightToLeft(scalar.value) { rightToLeftCount += 1 }
  }

  private func kind(of scalar: Unicode.Scalar, width: Int) -> TextElement.Kind {
    if repertoire == .ascii { return PlainLikeness.text(of: scalar) == nil ? .spelled : .likeness }
    return width == 2 ? .wide : .narrow
  }

  private mutating func completesFlag(_ scalar: Unicode.Scalar) -> Bool {
    let completes = flagIsHalf && ScalarContext.isRegionalIndicator(scalar)
    flagIsHalf = !completes && ScalarContext.isRegionalIndicator(scalar)
    return completes
  }

  mutating func takeToken(_ scalar: Unicode.Scalar) {
    append(EscapeToken.kind(of: scalar, in: repertoire), scalar.value)
    hiddenCount += 1
    base = nil
    joinsNext = false
    flagIsHalf = false
  }

  mutating func append(_ kind: TextElement.Kind, _ payload: UInt32, flags: TextElement.Flags = []) {
    let element = TextElement(kind, payload, offset: reader.scalarStart, flags: flags)
    elements.append(element)
    if !element.isPlain { lineIsPlain = false }
  }

  private mutating func endLine() {
    lines.append(
      SanitizedText.Line(start: lineStart.element, offset: lineStart.offset, isPlain: lineIsPlain))
    lineStart = (elements.count, reader.position)
    lineIsPlain = true
    base = nil
    joinsNext = false
    flagIsHalf = false
  }
}
