import Terminal

/// Glyphs of several texts that look the same although they are not: other things are folded into them, or what is one
/// character in one text is composed of two in the other.
package struct UnseenDifference: Equatable, Sendable {
  private typealias Spellings = [[Unicode.Scalar]: [Range<Int>]]

  static let none = UnseenDifference()

  /// For each text, ascending, in bytes. Empty where no text has any.
  let ranges: [[Range<Int>]]
  /// Texts that differ have the same words to the eye, character by character.
  let isAll: Bool

  private init() {
    ranges = []
    isAll = false
  }

  /// - Parameter texts: UTF-8. One at a time is held as glyphs, so that many long ones need no memory to speak of.
  /// - Returns: `nil` when it was given up.
  init?(_ texts: [[UInt8]], isCancelled: () -> Bool = { false }) {
    var looks: Set<String> = []
    for text in texts where text.contains(where: { $0 >= 0x80 }) {
      if isCancelled() { return nil }
      let text = SanitizedText(String(decoding: text, as: UTF8.self))
      looks.formUnion(text.foldedLooks)
      looks.formUnion(text.decomposedLooks)
    }
    guard !looks.isEmpty else {
      self = .none
      return
    }
    var spelled: [[String: Spellings]] = []
    for text in texts {
      if isCancelled() { return nil }
      spelled.append(Self.spellings(of: looks, in: text))
    }
    let ranges = spelled.indices.map { Self.ranges(of: $0, in: spelled) }
    guard ranges.contains(where: { !$0.isEmpty }) else {
      self = .none
      return
    }
    self.ranges = ranges
    isAll = Self.areCanonicallyEqual(texts)
  }

  var isEmpty: Bool { ranges.isEmpty }

  /// Where each spelling of a look stands.
  private static func spellings(of looks: Set<String>, in text: [UInt8]) -> [String: Spellings] {
    let glyphs = SanitizedText(String(decoding: text, as: UTF8.self)).glyphs(looking: looks)
    return glyphs.reduce(into: [:]) { $0[$1.look, default: [:]][$1.spelling, default: []].append($1.range) }
  }

  /// What another text spells too, but never in this way.
  private static func ranges(of index: Int, in spelled: [[String: Spellings]]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (look, spellings) in spelled[index] {
      for (spelling, places) in spellings {
        let differs = spelled.indices.contains { other in
          other != index && spelled[other][look].map { $0[spelling] == nil } ?? false
        }
        if differs { ranges += places }
      }
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Strings are equal where only the composition of characters differs.
  private static func areCanonicallyEqual(_ texts: [[UInt8]]) -> Bool {
    let strings = texts.map { String(decoding: $0, as: UTF8.self) }
    return strings.allSatisfy { $0 == strings[0] }
  }
}
