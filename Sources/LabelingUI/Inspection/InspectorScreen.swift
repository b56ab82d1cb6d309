import Terminal

/// The characters of a text that would be invisible, would have steered the terminal or are folded into others: what they are, how
/// many, and where.
struct InspectorScreen: Equatable, Sendable {
  enum Outcome: Equatable {
    case stays
    case closes
    /// Closes, and shows the text from there.
    case goes(to: Int)
  }

  /// The title, the column heads, the hints.
  static let chromeRows = 3

  let label: String
  let characters: [HiddenCharacter]
  private(set) var selected = 0
  private(set) var viewport = Viewport()

  init(label: String, text: SanitizedText, size: Size) {
    self.label = label
    characters = text.hiddenCharacters
    fit(size)
  }

  mutating func fit(_ size: Size) {
    viewport.resize(height: max(1, size.rows - Self.chromeRows), total: characters.count)
    viewport.reveal(row: selected)
  }

  mutating func press(_ key: Key) -> Outcome {
    switch (key.code, key.modifiers) {
    case (.enter, []): return .goes(to: characters[selected].offset)
    case (.down, []), (.character("j"), []), (.character("n"), .control): move(by: 1)
    case (.up, []), (.character("k"), []), (.character("p"), .control): move(by: -1)
    case (.pageDown, []), (.character(" "), []): move(by: viewport.height)
    case (.pageUp, []): move(by: -viewport.height)
    case (.home, []): move(by: -characters.count)
    case (.end, []): move(by: characters.count)
    default: return .closes
    }
    return .stays
  }

  mutating func move(by rows: Int) {
    selected = max(0, min(selected + rows, characters.count - 1))
    viewport.reveal(row: selected)
  }
}
