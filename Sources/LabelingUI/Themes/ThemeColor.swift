import Terminal

/// A color as it stands in a theme file. Names stay names until it is known which palette holds: a theme that inherits
/// may give them other colors.
enum ThemeColor: Equatable, Sendable {
  case terminal
  case color(Color)
  case named(String)

  init(_ text: String) {
    if text == "default" {
      self = .terminal
    } else if let color = Color(hex: text) {
      self = .color(color)
    } else {
      self = .named(text)
    }
  }

  init?(number: Int) {
    guard let index = UInt8(exactly: number) else { return nil }
    self = .color(.palette(index))
  }

  /// The user's own 16 colors, in their order. A palette may give the names other colors.
  static let ansiNames: [String] = {
    let basic = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    return basic + basic.map { "bright-" + $0 }
  }()

  static func ansiColor(named name: String) -> Color? {
    ansiNames.firstIndex(of: name).map { .palette(UInt8($0)) }
  }
}
