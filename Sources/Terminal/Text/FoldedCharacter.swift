/// A character that is shown as no sign of its own, because terminals disagree on what it does to the glyph before it: a skin
/// tone, a variation selector, a joiner, a keycap, a tag of a flag.
struct FoldedCharacter: Equatable, Sendable {
  let scalar: Unicode.Scalar
  /// The element that it belongs to.
  let element: Int32
  /// Where it stands in the original text, in UTF-8.
  let offset: UInt32
}

/// A glyph of a text, and what is folded into it.
package struct FoldedGlyph: Equatable, Sendable {
  /// Equal for glyphs of one text or of several that look the same.
  package let look: String
  /// Empty where the glyph is all there is.
  package let folded: [Unicode.Scalar]
  /// In UTF-8 of the original text.
  package let range: Range<Int>

  /// All its scalars: `é` as one is spelled otherwise than `é` as two.
  package var spelling: [Unicode.Scalar] { Array(look.unicodeScalars) + folded }
}

extension SanitizedText {
  package var hasFoldedCharacters: Bool { !folded.isEmpty }

  /// The looks of the glyphs into which something is folded.
  package var foldedLooks: Set<String> { Set(folded.map { look(of: elements[Int($0.element)]) }) }

  /// The looks of the glyphs that one scalar may stand for as well: a letter with its accent, a syllable of Hangul.
  package var decomposedLooks: Set<String> {
    clusters.reduce(into: []) { looks, cluster in
      if cluster.text.unicodeScalars.dropFirst().contains(where: Self.isComposed) {
        looks.insert(cluster.text)
      }
    }
  }

  private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x1161...0x11FF, 0x3099, 0x309A: true
    default: false
    }
  }

  /// The glyphs that look like one of those, in order of the text. Of ASCII only those into which something is folded: a digit is
  /// a digit, whether another one has a keycap or not.
  package func glyphs(looking looks: Set<String>) -> [FoldedGlyph] {
    guard !looks.isEmpty else { return [] }
    var glyphs: [FoldedGlyph] = []
    var rest = folded[...]
    let likely = LikelyLooks(looks)
    for index in elements.indices {
      var scalars: [Unicode.Scalar] = []
      while let first = rest.first, Int(first.element) == index {
        scalars.append(first.scalar)
        rest = rest.dropFirst()
      }
      if scalars.isEmpty, elements[index].isPlain, elements[index].code < 0x80 { continue }
      guard likely.mayContain(elements[index]) else { continue }
      let look = look(of: elements[index])
      guard looks.contains(look) else { continue }
      let start = Int(elements[index].offset)
      let end = index + 1 < elements.count ? Int(elements[index + 1].offset) : start + 1
      glyphs.append(FoldedGlyph(look: look, folded: scalars, range: start..<max(start + 1, end)))
    }
    return glyphs
  }

  private func look(of element: TextElement) -> String {
    switch element.kind {
    case .narrowCluster, .wideCluster: clusters[Int(element.payload)].text
    default: String(element.scalar)
    }
  }
}

/// Leaves out, without making a string of it, nearly every element that has none of some looks.
private struct LikelyLooks {
  /// By the last byte of a look that is one scalar.
  private var bytes = [Bool](repeating: false, count: 256)
  /// What looks like several scalars may be a single one, of any number.
  private var hasSeveral = false

  init(_ looks: Set<String>) {
    for look in looks {
      for scalar in look.unicodeScalars { bytes[Int(scalar.value & 0xFF)] = true }
      hasSeveral = hasSeveral || look.unicodeScalars.count > 1
    }
  }

  @inline(__always)
  func mayContain(_ element: TextElement) -> Bool {
    switch element.kind {
    case .narrowCluster, .wideCluster: true
    default: hasSeveral && element.code >= 0xC0 || bytes[Int(element.scalar.value & 0xFF)]
    }
  }
}
