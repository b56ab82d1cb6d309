/// ASCII that reads the same as another character, for terminals that show nothing else.
///
/// Only typography has one: quotes, dashes, ellipsis, bullets, blanks and the lines of boxes, which answers are full of and
/// which carry no meaning that the likeness loses. Letters, signs and arrows have none: they are spelled out, so that
/// nobody judges an `é` as an `e`. Whoever must tell `“` from `"` needs a terminal that shows both.
enum PlainLikeness {
  static func text(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x2010...0x2013, 0x2212: "-"
    case 0x2014...0x2015: "--"
    case 0x2018...0x201B, 0x2032: "'"
    case 0x201C...0x201F, 0x2033: "\""
    case 0x2022...0x2023, 0x25AA, 0x25CF, 0x25E6: "*"
    case 0x2026: "..."
    case 0x2500...0x257F: boxPart(scalar)
    default: nil
    }
  }

  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x2014...0x2015: 2
    case 0x2026: 3
    default: 1
    }
  }

  /// Our own words, with plain separators and marks where they use others. Texts keep theirs: `3·4` is not `3-4`.
  static func ofOwnWords(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "·": "-"
          case "▌": "|"
          default: scalar
          }
        }))
  }

  private static func boxPart(_ scalar: Unicode.Scalar) -> String {
    if "─━┄┅┈┉╌╍═╴╶╸╺╼╾".unicodeScalars.contains(scalar) { return "-" }
    if "│┃┆┇┊┋╎╏║╵╷╹╻╽╿".unicodeScalars.contains(scalar) { return "|" }
    switch scalar {
    case "╱": return "/"
    case "╲": return "\\"
    case "╳": return "X"
    default: return "+"
    }
  }
}
