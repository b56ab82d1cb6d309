/// What came in from the terminal, decoded.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// A bracketed paste, whole.
  case paste(PastedText)
  case mouse(MouseEvent)
  case focus(Bool)
}

package struct MouseEvent: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case press, release, drag, wheelUp, wheelDown, wheelLeft, wheelRight
  }

  package let action: Action
  package let position: Position

  package init(action: Action, position: Position) {
    self.action = action
    self.position = position
  }
}
