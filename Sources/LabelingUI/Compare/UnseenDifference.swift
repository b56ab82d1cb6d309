import Terminal

/// Glyphs of several texts that look the same although they are not: other things are folded into them, or what is one
/// character in one text is composed of two in the other.
struct UnseenDifference {
  /// For each text, in the order of the text.
  let ranges: [[Range<Int>]]

  init(_ texts: [SanitizedText]) {
    let looks = texts.reduce(into: Set<String>()) {
      $0.formUnion($1.foldedLooks)
      $0.formUnion($1.decomposedLooks)
    }
    guard !looks.isEmpty else {
      ranges = texts.map { _ in [] }
      return
    }
    let glyphs = texts.map { $0.glyphs(looking: looks) }
    let spellings = glyphs.map { glyphs in
      glyphs.reduce(into: [String: Set<[Unicode.Scalar]>]()) { $0[$1.look, default: []].insert($1.spelling) }
    }
    ranges = glyphs.indices.map { index in
      glyphs[index].filter { glyph in
        spellings.indices.contains { other in
          other != index && spellings[other][glyph.look].map { !$0.contains(glyph.spelling) } ?? false
        }
      }.map(\.range)
    }
  }

  var isEmpty: Bool { ranges.allSatisfy(\.isEmpty) }
}

extension CompareScreen {
  /// Marks what only looks the same, unless marks are off.
  mutating func markUnseen(in summary: DifferenceSummary) {
    (unseenDiffers, looksAlike) = (false, false)
    guard summary.aid != .off, summary.shown != .identical else { return }
    let unseen = UnseenDifference(comparedColumns.map { columns[$0].pane.text })
    unseenDiffers = !unseen.isEmpty
    looksAlike = unseenDiffers && isSameToTheEye
    for (index, ranges) in zip(comparedColumns, unseen.ranges) where !ranges.isEmpty {
      columns[index].pane.marks.overlay(ranges.map { RoleSpan(range: $0, role: .diffChanged) })
    }
  }
}

extension CompareScreen {
  /// Strings are equal where only the composition of characters differs.
  private var isSameToTheEye: Bool {
    let texts = comparedColumns.map { String(decoding: columns[$0].source, as: UTF8.self) }
    return texts.allSatisfy { $0 == texts[0] }
  }
}

extension [RoleSpan] {
  /// Puts spans over those that are there, of which only what is beside them stays. Both ascend.
  mutating func overlay(_ others: [RoleSpan]) {
    var rest = others[...]
    var result: [RoleSpan] = []
    for span in self {
      var start = Swift.max(span.range.lowerBound, result.last?.range.upperBound ?? 0)
      while let other = rest.first, other.range.lowerBound < span.range.upperBound {
        if start < other.range.lowerBound {
          result.append(RoleSpan(range: start..<other.range.lowerBound, role: span.role))
        }
        start = Swift.max(start, other.range.upperBound)
        result.append(other)
        rest = rest.dropFirst()
      }
      if start < span.range.upperBound {
        result.append(RoleSpan(range: start..<span.range.upperBound, role: span.role))
      }
    }
    self = result + rest
  }
}
