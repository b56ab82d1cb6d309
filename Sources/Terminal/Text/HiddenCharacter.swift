/// A character of which a text shows a token or nothing, wherever it stands in it.
package struct HiddenCharacter: Equatable, Sendable {
  /// `nil` for combining marks beyond what a glyph shows.
  package let scalar: Unicode.Scalar?
  /// It is folded into the glyph before it: nothing of it is seen.
  package let isFolded: Bool
  /// How often.
  package internal(set) var count: Int
  /// Where it stands first: the line, counted from 1, and the offset in UTF-8.
  package let line: Int
  package let offset: Int

  /// As the text shows it.
  package var token: String { isFolded ? "nothing" : scalar.map(EscapeToken.text) ?? "+\(count)" }

  /// Such as `U+202E`.
  package var codePoint: String {
    guard let scalar else { return "" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// Unicode's name of it; control characters have none.
  package var name: String {
    guard let scalar else { return "combining marks beyond what is shown" }
    if scalar.properties.generalCategory == .control { return "control character" }
    return scalar.properties.name?.lowercased() ?? "no assigned character"
  }
}

extension SanitizedText {
  package var hidesNothing: Bool { hiddenCount == 0 && folded.isEmpty }

  /// What `hiddenCount` counts and what is folded into glyphs, each character once, in order of the text.
  package var hiddenCharacters: [HiddenCharacter] {
    var found: [HiddenCharacter] = []
    var places: [Occurrence.Identity: Int] = [:]
    for occurrence in occurrences {
      if let place = places[occurrence.identity] {
        found[place].count += occurrence.count
      } else {
        places[occurrence.identity] = found.count
        found.append(
          HiddenCharacter(
            scalar: occurrence.identity.scalar, isFolded: occurrence.identity.isFolded,
            count: occurrence.count, line: line(at: occurrence.offset) + 1, offset: Int(occurrence.offset)))
      }
    }
    return found
  }

  private struct Occurrence {
    struct Identity: Hashable {
      let scalar: Unicode.Scalar?
      let isFolded: Bool
    }

    let identity: Identity
    let count: Int
    let offset: UInt32
  }

  private var occurrences: [Occurrence] {
    var all = folded.map {
      Occurrence(identity: .init(scalar: $0.scalar, isFolded: true), count: 1, offset: $0.offset)
    }
    for line in lines.indices where !lines[line].isPlain {
      for element in elements[elements(of: line)] {
        guard let (scalar, count) = element.hidden else { continue }
        all.append(
          Occurrence(identity: .init(scalar: scalar, isFolded: false), count: count, offset: element.offset))
      }
    }
    return folded.isEmpty ? all : all.sorted { $0.offset < $1.offset }
  }

  private func line(at offset: UInt32) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].offset <= Int(offset) { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}

extension TextElement {
  fileprivate var hidden: (scalar: Unicode.Scalar?, count: Int)? {
    switch kind {
    case .token: (scalar, 1)
    // Without symbols for them, ends of line are spelled.
    case .spelled where scalar == "\n" || scalar == "\r": (scalar, 1)
    case .excessMarks: (nil, Int(payload))
    default: nil
    }
  }
}
