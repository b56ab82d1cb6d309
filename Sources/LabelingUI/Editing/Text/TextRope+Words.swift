/// Words, as keys go through them: letters and digits with their marks; kanji, kana and other scripts without blanks run by run.
extension TextRope {
  /// The end of the word at an offset, or of the next one.
  func wordEnd(after offset: Int) -> Int {
    var walk = ScalarWalk(self, from: offset)
    var end = offset
    var kind: WordKind?
    while let (start, scalar) = walk.next() {
      let next = WordKind(scalar)
      if let kind, next != kind, next != .mark { return start }
      if kind == nil, next != .gap, next != .mark { kind = next }
      end = start + UTF8.width(scalar)
    }
    return end
  }

  /// The beginning of the word before an offset.
  func wordStart(before offset: Int) -> Int {
    var walk = ScalarWalk(self, before: offset)
    var start = offset
    var kind: WordKind?
    while let (place, scalar) = walk.previous() {
      let next = WordKind(scalar)
      if let kind, next != kind, next != .mark { return start }
      if kind == nil, next != .gap, next != .mark { kind = next }
      start = place
    }
    return start
  }
}

/// What a scalar is to the motion by words.
private enum WordKind {
  case gap, mark, letter, kanji, hiragana, katakana, unspaced

  init(_ scalar: Unicode.Scalar) {
    switch ScalarClass.of(scalar) {
    case .blank, .sign: self = .gap
    case .mark: self = .mark
    case .letter, .digit: self = .letter
    case .ideograph: self = Self.ofScript(scalar.value)
    }
  }

  private static func ofScript(_ value: UInt32) -> WordKind {
    switch value {
    case 0x3041...0x309F: .hiragana
    case 0x30A0...0x30FF, 0x31F0...0x31FF: .katakana
    case 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: .kanji
    default: .unspaced
    }
  }
}

/// Goes through a text scalar by scalar, and reads it piece by piece.
struct ScalarWalk {
  private static let reach = 256

  private let text: TextRope
  private var scalars: [(Int, Unicode.Scalar)] = []
  private var index = 0
  /// What was read so far ends here, or begins, going backwards.
  private var edge: Int

  init(_ text: TextRope, from offset: Int) {
    self.text = text
    edge = offset
  }

  init(_ text: TextRope, before offset: Int) {
    self.text = text
    edge = offset
  }

  mutating func next() -> (Int, Unicode.Scalar)? {
    if index == scalars.count {
      let end = text.scalarStart(atOrBefore: min(text.count, edge + Self.reach))
      scalars = read(edge..<end)
      (edge, index) = (end, 0)
    }
    guard index < scalars.count else { return nil }
    defer { index += 1 }
    return scalars[index]
  }

  mutating func previous() -> (Int, Unicode.Scalar)? {
    if index == 0 {
      let start = text.scalarStart(atOrBefore: max(0, edge - Self.reach))
      scalars = read(start..<edge)
      (edge, index) = (start, scalars.count)
    }
    guard index > 0 else { return nil }
    index -= 1
    return scalars[index]
  }

  private func read(_ range: Range<Int>) -> [(Int, Unicode.Scalar)] {
    var offset = range.lowerBound
    return text.text(in: range).unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return (offset, scalar)
    }
  }
}
