import Terminal

/// A list of the themes over the screen: each is shown at once, and none is kept unless it is said so.
struct ThemePicker: Equatable, Sendable {
  /// What a key on the list comes to.
  enum Outcome: Equatable {
    case stays
    case shows(String)
    case keeps
    case goesBack
    /// Carries the command out over the list.
    case allows(Command)
  }

  /// What was in use before.
  let original: ThemeSelection
  private(set) var names: [String]
  private(set) var selected: Int
  private(set) var viewport = Viewport()
  /// Why the selected one cannot be had.
  var notice: Notice?

  init(_ themes: ThemeSelection, size: Size) {
    original = themes
    names = themes.catalog.names
    selected = names.firstIndex(of: themes.current.name) ?? 0
    fit(size)
  }

  var selectedName: String { names[selected] }

  mutating func fit(_ size: Size) {
    viewport.resize(
      height: max(1, ThemePicker.rows(on: size, count: names.count) - 1), total: names.count)
    viewport.reveal(row: selected)
  }

  /// Takes in that there are other themes now; the selection stays with its name.
  mutating func use(_ themes: ThemeSelection, size: Size) {
    let name = selectedName
    names = themes.catalog.names
    selected = names.firstIndex(of: name) ?? min(selected, names.count - 1)
    fit(size)
  }

  mutating func press(_ key: Key, keymap: Keymap) -> Outcome {
    notice = nil
    switch (key.code, key.modifiers) {
    case (.enter, []): return .keeps
    case (.escape, []): return .goesBack
    case (.character("n"), .control): return move(.lines(1))
    case (.character("p"), .control): return move(.lines(-1))
    default: return follow(key, keymap: keymap)
    }
  }

  private mutating func follow(_ key: Key, keymap: Keymap) -> Outcome {
    guard case .request(let request) = keymap.meaning(of: KeySequence(key), runCount: 0) else {
      return .stays
    }
    switch request.command {
    case .chooseTheme, .quit: return .goesBack
    case .redraw, .suspend: return .allows(request.command)
    default: return request.command.scrollStep.map { move($0) } ?? .stays
    }
  }

  private mutating func move(_ step: ScrollStep) -> Outcome {
    let target =
      switch step {
      case .lines(let count): selected + count
      case .pages(let count): selected + count * max(1, viewport.height - 1)
      case .toTop: 0
      case .toBottom: names.count - 1
      }
    let clamped = max(0, min(target, names.count - 1))
    guard clamped != selected else { return .stays }
    selected = clamped
    viewport.reveal(row: selected)
    return .shows(selectedName)
  }
}
