import Terminal

/// How a terminal is to be used.
package struct TerminalConfiguration: Equatable, Sendable {
  package var color: ColorChoice
  package var setsTitle: Bool
  package var usesMouse: Bool

  package init(color: ColorChoice = .auto, setsTitle: Bool = true, usesMouse: Bool = false) {
    self.color = color
    self.setsTitle = setsTitle
    self.usesMouse = usesMouse
  }
}
