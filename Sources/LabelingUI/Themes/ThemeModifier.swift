import Terminal

/// The attributes as theme files name them.
enum ThemeModifier {
  private static let table: [(name: String, attribute: Style.Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
  ]

  static let names = table.map(\.name)

  static func attribute(named name: String) -> Style.Attributes? {
    table.first { $0.name == name }?.attribute
  }
}
