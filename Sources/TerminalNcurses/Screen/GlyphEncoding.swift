import Terminal

/// Which glyphs the terminal's character set can show.
enum GlyphEncoding: Sendable {
  case utf8
  case ascii

  /// The cell as it can be shown, in the same columns.
  ///
  /// Text is best escaped (`\u{1F600}`) before it is laid out, while there is room; this is what keeps the rest of the
  /// screen in place. Lines and marks of ours become their ASCII likeness, anything else a `?` in the role of escapes.
  func showable(_ cell: Cell) -> Cell {
    if self == .utf8 || (cell.glyph.base.isASCII && cell.glyph.marks == .zero) { return cell }
    if let likeness = Self.likeness[cell.glyph.base] {
      return Cell(glyph: Glyph(base: likeness, width: cell.glyph.width), role: cell.role)
    }
    return Cell(glyph: Glyph(base: "?", width: cell.glyph.width), role: .textEscape)
  }

  private static let likeness: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("-", "─━┄┅┈┉╌╍═–—−‐‑"), ("|", "│┃┆┇┊┋╎╏║▌▐▏▕▎▍▋▊"),
      ("+", "┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╔╗╚╝╠╣╦╩╬╭╮╯╰"),
      ("#", "█▉▓■▆▇▅▄▃"), (":", "▒░"), ("*", "•●★◆✦"), ("o", "○◦◯"), (".", "·…⋯"), ("x", "×✗✘"),
      ("v", "✓✔▼▾↓"),
      ("^", "▲▴↑"), (">", "▶▸→›»❯↪"), ("<", "◀◂←‹«❮"), ("'", "‘’′"), ("\"", "“”″"), ("=", "≡≈"), ("_", "▁▂"),
    ]
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (ascii, lookalikes) in rows {
      for scalar in lookalikes.unicodeScalars { result[scalar] = ascii }
    }
    return result
  }()
}
