import Terminal

/// What a terminal writes on.
package enum Background: String, CaseIterable, Sendable {
  case dark, light

  /// From `COLORFGBG`, in which some terminals tell the colors they start with: `0;15`, or `0;default;15`, numbers of the 16
  /// colors, the background last. White and the bright colors are light, but for 8, which is gray. Dark if nothing is told.
  package init(colors: String?) {
    let last = colors?.split(separator: ";").last
    guard let last, let background = Int(last) else {
      self = .dark
      return
    }
    self = background == 7 || (9...15).contains(background) ? .light : .dark
  }

  /// From what the terminal itself says; `nil` if that is about something else.
  init?(_ report: TerminalReport) {
    switch report {
    case .colorScheme(let isDark): self = isDark ? .dark : .light
    case .background(let red, let green, let blue):
      // The weights are those of how bright each looks (Rec. 601).
      let brightness = 299 * red + 587 * green + 114 * blue
      self = brightness > 1000 * 0xFFFF / 2 ? .light : .dark
    case .mode, .deviceAttributes: return nil
    }
  }
}
