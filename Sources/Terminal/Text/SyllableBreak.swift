/// Where rows of Thai and Lao may end, which put no blanks between words: between two syllables, as far as the letters alone
/// tell. A dictionary would tell words; in doubt a place is left out, so that no syllable is torn for one that fits.
enum SyllableBreak {
  static func isLikely(before index: Int, in elements: Slice<UnsafeBufferPointer<TextElement>>) -> Bool {
    guard index > elements.startIndex, index < elements.endIndex else { return false }
    let (previous, next) = (elements[index - 1], elements[index])
    guard next.flags.contains(.unspaced), LineBreakClass.mayEnd(previous), LineBreakClass.mayBegin(next)
    else { return false }
    if letter(next).map(leadingVowels.contains) == true || letter(previous).map(ends.contains) == true {
      return true
    }
    if letter(previous).map(clusterBeginnings.contains) == true { return false }
    if isMarked(next) { return true }
    guard letter(next) != nil, index + 1 < elements.endIndex else { return false }
    return letter(elements[index + 1]).map(followingVowels.contains) == true
  }

  /// Where no likely place is near: two consonants that may begin a syllable together stand before a vowel.
  static func isPossible(before index: Int, in elements: Slice<UnsafeBufferPointer<TextElement>>) -> Bool {
    guard index > elements.startIndex, index + 2 < elements.endIndex,
      LineBreakClass.mayEnd(elements[index - 1]), LineBreakClass.mayBegin(elements[index])
    else { return false }
    return letter(elements[index]).map(clusterBeginnings.contains) == true
      && letter(elements[index + 1]).map(clusterEnds.contains) == true
      && letter(elements[index + 2]).map(followingVowels.contains) == true
  }

  /// A consonant with the vowel or tone written above or below it, with which no syllable ends.
  private static func isMarked(_ element: TextElement) -> Bool { element.kind == .narrowCluster }

  /// A letter alone, as the one of Thai that stands in its place.
  private static func letter(_ element: TextElement) -> UInt32? {
    guard element.kind == .narrow else { return nil }
    return switch element.payload {
    case 0xE01...0xE5B: element.payload
    case 0xE81...0xEDF: element.payload - 0x80
    default: nil
    }
  }

  /// Written before the consonant that they follow in speech.
  private static let leadingVowels: ClosedRange<UInt32> = 0xE40...0xE44
  /// A short A, and the sign of repetition.
  private static let ends: Set<UInt32> = [0xE30, 0xE46]
  private static let followingVowels: Set<UInt32> = [0xE30, 0xE32, 0xE45]
  /// ก ข ค ซ ต ท ป ผ ฝ พ ศ ส ห อ: consonants that begin a syllable together with the next one.
  private static let clusterBeginnings: Set<UInt32> = [
    0xE01, 0xE02, 0xE04, 0xE0B, 0xE15, 0xE17, 0xE1B, 0xE1C, 0xE1D, 0xE1E, 0xE28, 0xE2A, 0xE2B, 0xE2D,
  ]
  /// ร ล ว
  private static let clusterEnds: Set<UInt32> = [0xE23, 0xE25, 0xE27]
}
