/// What combines with the scalars before it: marks, selectors, skin tones, joiners, tags.
extension TextSanitizer {
  mutating func takeMark(_ mark: Unicode.Scalar) {
    guard let base else { return startCluster(with: mark) }
    if mark == "\u{20E3}", ScalarContext.isKeycapBase(base.scalar), isNextToBase { return fold(mark) }
    if repertoire == .ascii { return spell(mark, after: base) }
    let element = elements[base.element]
    if let combined = glyph(of: element).adding(mark: mark), let index = add(combined, replacing: element) {
      elements[base.element].become(combined.width == 2 ? .wideCluster : .narrowCluster, index)
      lineIsPlain = false
    } else {
      takeExcessMark()
    }
  }

  private mutating func spell(_ mark: Unicode.Scalar, after base: Base) {
    guard base.spelledMarks < Glyph.markLimit else { return takeExcessMark() }
    elements[base.element].holdNext()
    append(.spelled, mark.value, flags: .clingsToPrevious)
    self.base?.spelledMarks += 1
  }

  /// A mark without a base would land on the neighbor pane's last cell.
  private mutating func startCluster(with mark: Unicode.Scalar) {
    let dottedCircle: Unicode.Scalar = "\u{25CC}"
    if repertoire == .ascii {
      append(.spelled, mark.value)
      base = Base(scalar: dottedCircle, element: elements.count - 1, spelledMarks: 1)
      return
    }
    guard clusters.count < TextElement.payloadLimit else { return takeToken(mark) }
    append(.narrowCluster, UInt32(clusters.count))
    clusters.append(Glyph(base: dottedCircle, marks: SIMD4(mark.value, 0, 0, 0)))
    base = Base(scalar: dottedCircle, element: elements.count - 1)
  }

  private mutating func takeExcessMark() {
    hiddenCount += 1
    let last = elements.count - 1
    if elements[last].kind == .excessMarks {
      elements[last].become(.excessMarks, min(elements[last].payload + 1, TextElement.payloadLimit))
    } else {
      append(.excessMarks, 1, flags: .clingsToPrevious)
    }
  }

  private func glyph(of element: TextElement) -> Glyph {
    switch element.kind {
    case .narrowCluster, .wideCluster: clusters[Int(element.payload)]
    case .wide: Glyph(base: element.scalar, width: 2)
    default: Glyph(base: element.scalar)
    }
  }

  /// - Returns: the index of the cluster, or `nil` when no element could refer to one more.
  private mutating func add(_ cluster: Glyph, replacing element: TextElement) -> UInt32? {
    if element.kind == .narrowCluster || element.kind == .wideCluster {
      clusters[Int(element.payload)] = cluster
      return element.payload
    }
    guard clusters.count < TextElement.payloadLimit else { return nil }
    clusters.append(cluster)
    return UInt32(clusters.count - 1)
  }

  /// A scalar that is never shown as itself: left out where it is part of ordinary writing, else made visible.
  mutating func takeHidden(_ scalar: Unicode.Scalar) {
    guard let base else { return takeToken(scalar) }
    switch scalar {
    case "\u{200D}" where joinsEmoji(to: base):
      fold(scalar)
      joinsNext = true
    case "\u{200C}" where ScalarContext.joinerIsUsual(after: previous, before: reader.peek()),
      "\u{200D}" where ScalarContext.joinerIsUsual(after: previous, before: reader.peek()):
      fold(scalar, isSpelling: true)
    case _ where previous == base.scalar && ScalarContext.selector(scalar, isUsualAfter: base.scalar):
      fold(scalar)
    case _ where base.scalar == "\u{1F3F4}" && previous == base.scalar && reader.skipTags(from: scalar):
      for (tag, offset) in reader.scalars(from: reader.scalarStart) { fold(tag, at: offset) }
    default:
      takeToken(scalar)
    }
  }

  /// Shows nothing of it, but remembers that it is there.
  mutating func fold(_ scalar: Unicode.Scalar, at offset: Int? = nil, isSpelling: Bool = false) {
    guard let base else { return }
    folded.append(
      FoldedCharacter(
        scalar: scalar, element: Int32(truncatingIfNeeded: base.element),
        offset: UInt32(truncatingIfNeeded: offset ?? reader.scalarStart)))
    if !isSpelling { unseenCount += 1 }
  }

  func isToneOfBase(_ scalar: Unicode.Scalar) -> Bool {
    guard let base, ScalarContext.isSkinTone(scalar), isNextToBase else { return false }
    return base.scalar.properties.isEmojiModifierBase
  }

  /// Whether nothing but an emoji selector stands between the base and the present scalar.
  private var isNextToBase: Bool { previous == base?.scalar || previous == "\u{FE0F}" }

  private func joinsEmoji(to base: Base) -> Bool {
    guard let next = reader.peek(), ScalarContext.isEmoji(next), ScalarContext.isEmoji(base.scalar) else {
      return false
    }
    let followsEmoji =
      isNextToBase || ScalarContext.isSkinTone(previous) || ScalarContext.isTag(previous.value)
    return followsEmoji && TextWidth.width(of: next) != nil
  }
}
