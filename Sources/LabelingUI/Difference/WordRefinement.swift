/// What differs inside two words of which one stands for the other: `colour` and `color` differ in one letter.
struct WordRefinement {
  /// What both begin and end with, in bytes.
  let prefix: Int
  let suffix: Int

  /// `nil` unless more than half of both is the same, as of no word of three letters; and for numbers, which differ as a whole.
  init?(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) {
    let lefts = Array(String(decoding: left, as: UTF8.self).unicodeScalars)
    let rights = Array(String(decoding: right, as: UTF8.self).unicodeScalars)
    let shorter = min(lefts.count, rights.count)
    guard shorter > 2, (lefts + rights).allSatisfy({ Self.isLetter($0) }) else { return nil }
    var first = 0
    while first < shorter, lefts[first] == rights[first] { first += 1 }
    var last = 0
    while last < shorter - first, lefts[lefts.count - 1 - last] == rights[rights.count - 1 - last] {
      last += 1
    }
    // Each side keeps a letter to be marked.
    if first + last == shorter { if first > 0 { first -= 1 } else { last -= 1 } }
    guard 2 * (first + last) > max(lefts.count, rights.count) else { return nil }
    // A mark belongs to the letter before it.
    while first > 0, Self.isMark(lefts[first]) || Self.isMark(rights[first]) { first -= 1 }
    while last > 0, Self.isMark(lefts[lefts.count - last]) { last -= 1 }
    prefix = lefts[..<first].reduce(0) { $0 + UTF8.width($1) }
    suffix = lefts[(lefts.count - last)...].reduce(0) { $0 + UTF8.width($1) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch ScalarClass.of(scalar) {
    case .letter, .mark: true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { ScalarClass.of(scalar) == .mark }
}
