/// What a terminal says of the mouse. Only the left button and the wheel mean something to us.
struct MouseReport {
  private let button: Int
  private let isRelease: Bool
  private let position: Position

  /// Columns and rows count from 1.
  init(button: Int, column: Int, row: Int, isRelease: Bool) {
    self.button = button
    self.isRelease = isRelease
    position = Position(column: max(0, column - 1), row: max(0, row - 1))
  }

  /// The old form does not say which button was released.
  init(legacyButton button: Int, column: Int, row: Int) {
    let isRelease = button & (Bits.number | Bits.motion | Bits.wheel) == Bits.none
    self.init(button: isRelease ? 0 : button, column: column, row: row, isRelease: isRelease)
  }

  private enum Bits {
    static let number = 3
    static let none = 3
    static let motion = 32
    static let wheel = 64
    static let furtherButtons = 128
  }

  private static let wheel: [MouseEvent.Action] = [.wheelUp, .wheelDown, .wheelLeft, .wheelRight]

  var event: MouseEvent? { action.map { MouseEvent(action: $0, position: position) } }

  private var action: MouseEvent.Action? {
    guard (0..<Bits.furtherButtons).contains(button) else { return nil }
    let number = button & Bits.number
    if button & Bits.wheel != 0 { return isRelease ? nil : MouseReport.wheel[number] }
    guard number == 0 else { return nil }
    if isRelease { return .release }
    return button & Bits.motion != 0 ? .drag : .press
  }
}
