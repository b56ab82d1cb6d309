extension Style {
  /// The sequence (SGR) that makes a terminal write like this from here on, whatever it did before.
  var rendition: String {
    let codes =
      ["0"] + attributes.codes + (foreground?.codes(base: 30) ?? []) + (background?.codes(base: 40) ?? [])
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

extension Style.Attributes {
  fileprivate var codes: [String] {
    let table: [(Self, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    return table.filter { contains($0.0) }.map(\.1)
  }
}

extension Color {
  /// - Parameter base: 30 for text, 40 for its background.
  fileprivate func codes(base: Int) -> [String] {
    switch self {
    case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
    case .palette(let index) where index < 8: ["\(base + Int(index))"]
    case .palette(let index) where index < 16: ["\(base + 60 + Int(index) - 8)"]
    case .palette(let index): ["\(base + 8)", "5", "\(index)"]
    }
  }
}
