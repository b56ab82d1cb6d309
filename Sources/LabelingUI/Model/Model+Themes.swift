import Terminal

/// Choosing a theme, and following the files of the one in use.
extension Model {
  mutating func showThemes() -> [Effect] {
    themePicker = ThemePicker(themes, size: size)
    return []
  }

  mutating func pressInThemes(_ key: Key, at time: Duration) -> [Effect] {
    let keymap = keymap
    switch themePicker?.press(key, keymap: keymap) {
    case .stays, nil: return []
    case .shows(let name): return tryOut(name)
    case .keeps:
      themePicker = nil
      themes.keep()
      notice = .information(
        "theme \(themes.current.name); theme = \"\(themes.current.name)\" in config.toml keeps it")
      return []
    case .goesBack:
      guard let original = themePicker?.original else { return [] }
      themePicker = nil
      themes.goBack(to: original)
      return [.useTheme(original.current)]
    case .allows(let command): return carryOut(CommandRequest(command), at: time)
    }
  }

  private mutating func tryOut(_ name: String) -> [Effect] {
    do {
      try themes.choose(name)
      return [.useTheme(themes.current)]
    } catch {
      themePicker?.notice = .failure(error.summary)
      return []
    }
  }

  /// The terminal says what it writes on, or that this has changed. Who looks through the themes is not disturbed.
  mutating func follow(_ background: Background) -> [Effect] {
    guard themePicker == nil, themes.follow(background) else { return [] }
    return [.useTheme(themes.current)]
  }

  /// The user saved theme files, or removed some.
  mutating func takeIn(_ sources: [ThemeCatalog.Source]) -> [Effect] {
    defer {
      let (themes, size) = (themes, size)
      themePicker?.use(themes, size: size)
    }
    do {
      guard try themes.takeIn(sources) else { return [] }
      tell(.information("theme \(themes.current.name) as it was just saved"))
      return [.useTheme(themes.current)]
    } catch {
      tell(.failure("the theme stays as it was: \(error.summary)"))
      return []
    }
  }

  private mutating func tell(_ notice: Notice) {
    if themePicker == nil { self.notice = notice } else { themePicker?.notice = notice }
  }
}

extension InvalidTheme {
  /// The first fault, and how many more there are: for one line.
  fileprivate var summary: String {
    guard let first = faults.first else { return "" }
    return first.description + (faults.count > 1 ? " (and \(faults.count - 1) more: podium themes lint)" : "")
  }
}
