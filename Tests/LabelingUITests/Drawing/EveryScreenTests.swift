import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

/// Every screen as text, at three sizes, with what its roles look like at four numbers of colors.
@Suite("Every screen")
struct EveryScreenTests {
  enum Screen: String, CaseIterable, Sendable {
    case words, onlyHere = "only-here", ranked, zoomed, promptInFocus = "prompt-in-focus", searching, found
    case help, list, themes, goTo = "go-to", otherRun = "other-run", hidden, refused, finished
  }

  static let sizes = [(40, 12), (80, 24), (200, 60)].map { Size(columns: $0.0, rows: $0.1) }

  @Test(arguments: Screen.allCases, sizes) func `at three sizes and four numbers of colors`(
    screen: Screen, size: Size
  ) throws {
    let frame = Self.frame(of: screen, size: size)
    let looks = try frame.looks(in: ThemeCatalog.builtIn.theme(named: "default-dark"))
    expectSnapshot(frame.snapshot + looks, named: "every-\(screen.rawValue)-\(size.columns)x\(size.rows)")
  }

  /// Without colors, what marks, places and focus say is told by attributes or by characters.
  @Test(arguments: Screen.allCases) func `in mono the focus is told apart from what has none`(
    screen: Screen
  ) throws {
    let theme = try ThemeCatalog.builtIn.theme(named: "default-dark")
    let frame = Self.frame(of: screen, size: Self.sizes[1])
    let text = frame.surface.rowsOfText.joined()
    let isTold =
      text.contains("[A]") || text.contains("▌") || text.contains("━ [") || frame.isCursorVisible
      || screen == .finished
    #expect(isTold)
    #expect(theme.style(of: .diffChanged, at: .mono) != theme.style(of: .text, at: .mono))
    #expect(theme.style(of: .markMatchCurrent, at: .mono) != theme.style(of: .markMatch, at: .mono))
  }

  private static func frame(of screen: Screen, size: Size) -> Frame {
    var front = FrontDriver(items(for: screen), size: size)
    switch screen {
    case .words, .onlyHere: break
    case .ranked: front.type("b=a")
    case .zoomed: front.type("z")
    case .promptInFocus: front.type("0")
    case .searching: front.type("/light")
    case .found:
      front.type("/light")
      front.press(Key(.enter))
    case .help: front.type("?")
    case .list: front.type("L")
    case .themes: front.type("t")
    case .goTo: front.type("#12")
    case .otherRun: front.type("v")
    case .hidden: front.type("i")
    case .refused:
      front.failure = "spring.podium: the disk is full. Free some space, then press the key again."
      front.type("a")
    case .finished: front.type("a")
    }
    return front.model.frame()
  }

  private static func items(for screen: Screen) -> [ComparisonItem] {
    switch screen {
    case .onlyHere, .ranked, .otherRun: [makeItem(texts: three)]
    case .hidden: [makeItem(texts: ["a\u{1B}[31mred\u{202E} word", "a red word"])]
    case .finished: [makeItem(texts: alike)]
    default: [makeItem(number: 1, texts: alike), makeItem(number: 2, texts: three)]
    }
  }

  private static let alike = [
    """
    # Why the sky is blue

    Sunlight is scattered by the air. Blue light is scattered **more** than red light, so we see it from everywhere.

    - The sun is white.
    - At dusk the light goes through 38 times more air.
    """,
    """
    # Why the sky is blue

    Sunlight is scattered by the air. Blue light is scattered *far more* than red, so we see it from everywhere.

    - The sun is white.
    - At dusk the light goes through 40 times more air.

    空が青いのは、太陽の光が空気で散らばるからです。
    """,
  ]

  private static let three = [
    "Sunlight is scattered by the air, and blue light most of all. The sea has nothing to do with it.",
    "Sunlight is scattered by the air, and blue light most of all. Dust makes sunsets red.",
    "Sunlight is scattered by the air, and blue light most of all. On the moon the sky is black.",
  ]
}

extension Frame {
  /// What each role in the frame looks like with as many colors as can be, with 256, with 16, and with none.
  func looks(in theme: Theme) -> String {
    let roles = Role.allCases.filter { role in
      (0..<surface.size.rows).contains { row in
        (0..<surface.size.columns).contains { surface[Position(column: $0, row: row)].role == role }
      }
    }
    let lines = roles.map { role in
      let looks = [ColorDepth.direct, .indexed, .sixteen, .mono].map { theme.style(of: role, at: $0).words }
      return role.rawValue + ": " + looks.joined(separator: " | ")
    }
    return "looks\n" + lines.joined(separator: "\n") + "\n"
  }
}

extension Style {
  fileprivate var words: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    let parts =
      [foreground.map(\.words), background.map { "on \($0.words)" }].compactMap(\.self)
      + names.filter { attributes.contains($0.0) }.map(\.1)
    return parts.isEmpty ? "plain" : parts.joined(separator: " ")
  }
}

extension Color {
  fileprivate var words: String {
    switch self {
    case .palette(let index): return "\(index)"
    case .rgb(let red, let green, let blue):
      return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
