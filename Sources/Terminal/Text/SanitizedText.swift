/// Text from strangers, made safe to show: the one place where the allow-list of what may reach a terminal is applied.
///
/// What is invisible, unknown to terminals or meant to steer them becomes a visible token and is counted; emoji
/// sequences, whose width terminals disagree on, are reduced to parts that all of them measure alike. The original text
/// is never changed by this: it is for display only.
///
///     let text = SanitizedText("a\u{1B}[31mb")   // shown as a^[[31mb
///     text.hiddenCount                           // 1
///
/// For a terminal that shows ASCII only, everything else is spelled `\u{1F600}`, marks apart from their base, but for
/// typography that has a plain likeness. Nothing is hidden by that in the text, so it counts for nothing.
package struct SanitizedText: Equatable, Sendable {
  /// A line as the author meant it, before wrapping.
  struct Line: Equatable, Sendable {
    /// Its first element; it ends where the next one starts.
    let start: Int
    /// Where it begins in the original text, in UTF-8.
    let offset: Int
    /// Whether all its elements are plain.
    var isPlain = true
  }

  /// What the terminal can show.
  package let repertoire: Repertoire
  let elements: [TextElement]
  /// Glyphs with marks, which elements refer to.
  let clusters: [Glyph]
  let lines: [Line]
  /// Characters that would have been invisible or would have steered the terminal, shown as tokens.
  package let hiddenCount: Int
  /// What is shown as no sign of its own, in order of the text.
  let folded: [FoldedCharacter]
  /// How many of those are no ordinary spelling, as joiners inside of words are.
  package let unseenCount: Int
  /// Whether most of the text reads from right to left. It is shown in logical order.
  package let readsRightToLeft: Bool

  package init(_ text: String, repertoire: Repertoire = .unicode) {
    var text = text
    self = text.withUTF8 { bytes in
      var sanitizer = TextSanitizer(bytes, repertoire: repertoire)
      return sanitizer.run()
    }
  }

  init(
    repertoire: Repertoire, elements: [TextElement], clusters: [Glyph], lines: [Line], hiddenCount: Int,
    folded: [FoldedCharacter] = [], unseenCount: Int = 0, readsRightToLeft: Bool
  ) {
    self.repertoire = repertoire
    self.elements = elements
    self.clusters = clusters
    self.lines = lines
    self.hiddenCount = hiddenCount
    self.folded = folded
    self.unseenCount = unseenCount
    self.readsRightToLeft = readsRightToLeft
  }

  func elements(of line: Int) -> Range<Int> {
    lines[line].start..<(line + 1 < lines.count ? lines[line + 1].start : elements.count)
  }
}
