/// The characters that one place of a regular expression takes: `[a-f_]`, `\d`, `[^\s]`.
struct ScalarSet: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case digit, word, space
  }

  var ranges: [ClosedRange<UInt32>] = []
  /// Kinds of characters, and whether it is all others that are meant.
  var kinds: [KindMember] = []
  var isInverted = false

  struct KindMember: Equatable, Sendable {
    let kind: Kind
    let isInverted: Bool
  }

  /// - Parameter ignoringCase: the character is in lower case already, and stands for upper case as well.
  func contains(_ value: UInt32, ignoringCase: Bool) -> Bool {
    let isMember = holds(value) || (ignoringCase && holds(CaseFolding.upper(value)))
    return isMember != isInverted
  }

  private func holds(_ value: UInt32) -> Bool {
    ranges.contains { $0.contains(value) }
      || kinds.contains { $0.kind.contains(value) != $0.isInverted }
  }
}

extension ScalarSet.Kind {
  func contains(_ value: UInt32) -> Bool {
    if value < 0x80 { return containsASCII(UInt8(value)) }
    guard let properties = Unicode.Scalar(value)?.properties else { return false }
    return switch self {
    case .digit: properties.generalCategory == .decimalNumber
    case .word:
      properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
    case .space: properties.isWhitespace
    }
  }

  private func containsASCII(_ value: UInt8) -> Bool {
    switch (self, value) {
    case (.digit, 0x30...0x39), (.word, 0x30...0x39), (.word, 0x41...0x5A), (.word, 0x61...0x7A),
      (.word, 0x5F), (.space, 0x09...0x0D), (.space, 0x20):
      true
    default: false
    }
  }
}
