/// A character of which a text shows a token, wherever it stands in it.
package struct HiddenCharacter: Equatable, Sendable {
  /// `nil` for combining marks beyond what a glyph shows.
  package let scalar: Unicode.Scalar?
  /// How often.
  package internal(set) var count: Int
  /// Where it stands first: the line, counted from 1, and the offset in UTF-8.
  package let line: Int
  package let offset: Int

  /// As the text shows it.
  package var token: String { scalar.map(EscapeToken.text) ?? "+\(count)" }

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
  /// What `hiddenCount` counts, each character once, in order of the text.
  package var hiddenCharacters: [HiddenCharacter] {
    var found: [HiddenCharacter] = []
    var places: [Unicode.Scalar?: Int] = [:]
    for line in lines.indices where !lines[line].isPlain {
      for element in elements[elements(of: line)] {
        guard let (scalar, count) = element.hidden else { continue }
        if let place = places[scalar] {
          found[place].count += count
        } else {
          places[scalar] = found.count
          found.append(
            HiddenCharacter(scalar: scalar, count: count, line: line + 1, offset: Int(element.offset)))
        }
      }
    }
    return found
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
