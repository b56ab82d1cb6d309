import Terminal

/// How a terminal is to be used.
package struct TerminalConfiguration: Equatable, Sendable {
  package var color: ColorChoice
  /// The title, and progress where the terminal shows it.
  package var setsTitle: Bool
  package var usesMouse: Bool
  /// Frames are shown whole by terminals that say that they can.
  package var synchronizes: Bool
  /// The terminal is asked for its background, and to tell of a change.
  package var asksBackground: Bool

  package init(
    color: ColorChoice = .auto, setsTitle: Bool = true, usesMouse: Bool = false, synchronizes: Bool = false,
    asksBackground: Bool = false
  ) {
    self.color = color
    self.setsTitle = setsTitle
    self.usesMouse = usesMouse
    self.synchronizes = synchronizes
    self.asksBackground = asksBackground
  }
}
