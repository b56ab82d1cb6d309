/// What keeps a rubric from being used.
package struct RubricFlaw: Hashable, Sendable {
  /// The criterion's place in the rubric.
  package let criterion: Int
  /// The member of it that is wrong.
  package let field: String
  /// Words that finish the sentence “expected …”.
  package let expected: String
}

extension Rubric {
  /// Whether a correction is better than what it corrects, as somebody else sees it.
  package static let correctionPreferenceKey = "correction_preference"

  /// Keys that Podium sends other things under.
  package static let reservedKeys = [
    "pairwise_preference", "ranked_preference", "comment", "correction", "remarks",
    correctionPreferenceKey,
  ]

  package var flaws: [RubricFlaw] {
    var flaws: [RubricFlaw] = []
    for (index, criterion) in criteria.enumerated() {
      func note(_ field: String, _ expected: String) {
        flaws.append(RubricFlaw(criterion: index, field: field, expected: expected))
      }
      let earlier = criteria[..<index]
      if !criterion.key.isFeedbackKey {
        note("key", "a feedback key: letters, digits, _, - and ., at most 180 of them")
      } else if Self.reservedKeys.contains(criterion.key) {
        note("key", "another key: Podium itself sends \(criterion.key)")
      } else if earlier.contains(where: { $0.key == criterion.key }) {
        note("key", "another key: \(criterion.key) is one already")
      }
      for (field, expected) in criterion.flaws(among: earlier) { note(field, expected) }
    }
    return flaws
  }
}

extension Criterion {
  fileprivate func flaws(among earlier: ArraySlice<Criterion>) -> [(field: String, expected: String)] {
    var flaws: [(String, String)] = []
    let values = options.map(\.value)
    switch kind {
    case .tags where options.isEmpty: flaws.append(("options", "a list of options"))
    case .category where options.count < 2: flaws.append(("options", "a list of two options or more"))
    default: break
    }
    if let bad = values.first(where: { !$0.isOptionValue }) {
      flaws.append(
        ("options", bad.isEmpty ? "a value for each" : "values without commas and control characters"))
    }
    if let twice = values.enumerated().first(where: { values[..<$0.offset].contains($0.element) }) {
      flaws.append(("options", "each value once: '\(twice.element)' stands twice"))
    }
    let taken = earlier.filter { $0.scope == scope }
    for (index, letter) in letters.enumerated() {
      let field = options.isEmpty ? "letter" : "options"
      if !letter.isLetterOfPanel {
        flaws.append((field, "a letter from a to z or A to Z as a key"))
      } else if letters[..<index].contains(letter) {
        flaws.append((field, "each letter once: '\(letter)' stands twice"))
      } else if let owner = taken.first(where: { $0.letters.contains(letter) }) {
        flaws.append((field, "another letter: '\(letter)' belongs to \(owner.key)"))
      }
    }
    return flaws
  }
}

extension Unicode.Scalar {
  package var isLetterOfPanel: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}

extension String {
  fileprivate var isFeedbackKey: Bool {
    !isEmpty && utf8.count <= 180
      && unicodeScalars.allSatisfy {
        $0.isLetterOfPanel || ("0"..."9").contains($0) || $0 == "_" || $0 == "-" || $0 == "."
      }
  }

  /// Several are sent in one text, with commas between them.
  fileprivate var isOptionValue: Bool {
    !isEmpty && unicodeScalars.allSatisfy { $0 != "," && $0.properties.generalCategory != .control }
  }
}
