/// Texts that mean to do something to the terminal of whoever reads them.
enum HostileText {
  /// What is known to have worked somewhere.
  static let attacks: [String] = strings + sequences + escapes + unicode

  /// Strings that set the clipboard and the title, ask the terminal to type, or run programs.
  static let strings =
    [
      "]52;c;T1dORUQ=", "]52;p;?", "]0;OWNED", "]2;OWNED", "]1;OWNED", "]l;OWNED", "]8;;http://evil.example",
      "]9;OWNED",
      "]9;4;1;50", "]9;7;xterm", "]4;1;?", "]10;?", "]11;?", "]11;#000000", "]50;?", "]104", "]133;A",
      "]633;E;ls",
      "]777;notify;a;b", "]1337;File=inline=1:AAAA", "]1337;SetMark", "P$qm", "P+q544e", "P0;1|17/ab",
      "Pq#0;2;0;0;0",
      "_Gf=24;AAAA", "^OWNED", "XOWNED", "Ptmux;\u{1B}\u{1B}]0;OWNED\u{7}", "kOWNED",
    ].flatMap { ["\u{1B}\($0)\u{7}", "\u{1B}\($0)\u{1B}\\", "\u{1B}\($0)"] } + c1Strings

  private static let c1Strings = [
    "\u{9D}0;OWNED\u{9C}", "\u{9D}52;c;T1dORUQ=\u{7}", "\u{90}$qm\u{9C}", "\u{9F}Gf\u{9C}",
  ]

  /// Sequences that change modes, ask, hide and move.
  static let sequences = [
    "?1000h", "?1003h", "?1006h", "?1049l", "?1049h", "?47l", "?2004l", "?2026h", "?25l", "?5h", "?6h", "?7l",
    "?3h",
    "?69h", "?1004h", "?1;2c", "c", ">c", "=c", "5n", "6n", "?6n", "21t", "18t", "8;1;1t", "2J", "3J", "1;1H",
    "999C",
    "999B", "1;3r", "8m", "5m", "38;2;0;0;0m", "0;30;40m", "4:3m", "20h", "4h", "2i", "5i", "!p", "\"p",
    "?1$p", "1 q",
    ">4;2m", ">1u", "=1u", "?u", "99999999999b", "65535L", "1;1;1;1;1;1;1T", "10;10;20;20$x", "?15n", "s",
    "u", "\u{8}H",
  ].flatMap { ["\u{1B}[\($0)", "\u{9B}\($0)"] }

  /// Other escapes, and single characters that move.
  static let escapes =
    [
      "c", "#8", "(0", "(A", ")0", "n", "o", "N", "O", "Z", "D", "E", "H", "M", "7", "8", "=", ">", "F", "l",
      "G Q", " F",
      "%G", "%@", "~", "|", "\u{1B}\u{1B}[31m", "",
    ].map { "\u{1B}\($0)" } + [
      "a\rOWNED", "abc\u{8}\u{8}\u{8}OWN", "\u{7}\u{7}", "\u{E}lqk\u{F}", "a\u{B}b\u{C}c", "\u{0}\u{7F}",
    ]

  /// What Unicode has for hiding, reordering and piling up.
  static let unicode = [
    "\u{202E}drow\u{202C}ssap", "\u{2066}\u{2067}\u{2068}\u{2069}", "\u{61C}\u{200E}\u{200F}",
    "a\u{200B}\u{200C}b\u{2060}",
    "\u{FEFF}bom", "so\u{AD}ft", "a\u{FE0F}\u{FE00}\u{E0100}", "\u{E0001}\u{E0041}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}",
    "\u{2028}line\u{2029}paragraph\u{85}", "\u{FFF9}a\u{FFFA}b\u{FFFB}", "\u{E000}\u{F8FF}\u{10FFFD}",
    noncharacters,
    "\u{115F}\u{1160}\u{3164}\u{FFA0}", "\u{17B4}\u{180E}\u{2063}", "\u{0301}first",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}",
    "e" + String(repeating: "\u{301}\u{489}", count: 2000), String(repeating: "\u{200D}", count: 3000),
    "漢" + String(repeating: "\u{20DD}", count: 40), "\u{1F468}" + String(repeating: "\u{1F3FF}", count: 50),
    String(repeating: "\u{1D173}", count: 40), "\u{1FAE8}\u{1FAF0}\u{16FE4}", "𐀀\u{10A01}\u{1E000}",
  ]

  /// Swift's literals refuse them, JSON does not.
  private static let noncharacters = String(
    String.UnicodeScalarView([0xFDD0, 0xFFFE, 0x1FFFF, 0x10FFFF].compactMap(Unicode.Scalar.init)))

  /// Every character that is not to be seen, on its own.
  static let characters: [String] = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
    scalar != "\n" && [.control, .format].contains(scalar.properties.generalCategory)
      && !TerminalStream.isVisible(scalar)
  }.map { "a\($0)b" }

  /// Pieces of attacks in any order, cut anywhere.
  static func mixtures(_ count: Int) -> [String] {
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let scalars = attacks.map { Array($0.unicodeScalars.prefix(60)) }
    return (0..<count).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<4 {
        let attack = scalars[next(scalars.count)]
        let start = next(attack.count + 1)
        text.append(contentsOf: attack[start..<min(attack.count, start + 1 + next(12))])
        text.append(["a", "\n", "漢", "\u{1B}", "\u{9B}", ";"][next(6)])
      }
      return String(text)
    }
  }
}
