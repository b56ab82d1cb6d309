/// A text as numbers: its scalars, in lower case if case does not matter, and where each begins.
struct SearchableText {
  private(set) var scalars: [UInt32] = []
  /// UTF-8 offsets; one more than there are scalars, for the end.
  private(set) var offsets: [UInt32] = []

  init(_ text: String, ignoringCase: Bool) {
    scalars.reserveCapacity(text.utf8.count)
    offsets.reserveCapacity(text.utf8.count + 1)
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(ignoringCase ? CaseFolding.lower(scalar.value) : scalar.value)
      offsets.append(UInt32(truncatingIfNeeded: offset))
      offset += UTF8.width(scalar)
    }
    offsets.append(UInt32(truncatingIfNeeded: offset))
  }

  func utf8Range(of range: Range<Int>) -> Range<Int> {
    Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])
  }
}
