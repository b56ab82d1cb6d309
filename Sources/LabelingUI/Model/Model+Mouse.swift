import Terminal

/// What the mouse asks for: reading and the key bar. It never ranks by a drag or a click on a text.
extension Model {
  /// What a notch of the wheel moves.
  static let wheelLines = 3

  mutating func handle(_ event: MouseEvent, at time: Duration) -> [Effect] {
    if event.action == .press, let effects = pressShownKey(at: event.position, time: time) { return effects }
    if withEditor({ $0.handle(event) }) != nil { return [] }
    switch event.action {
    case .wheelUp: return turnWheel(by: -Self.wheelLines, at: event.position)
    case .wheelDown: return turnWheel(by: Self.wheelLines, at: event.position)
    case .press: return click(at: event.position, time: time)
    case .wheelLeft: return turnSideways(by: -1)
    case .wheelRight: return turnSideways(by: 1)
    case .release, .drag: break
    }
    return []
  }

  mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    notice = .information(
      usesMouse
        ? "the mouse clicks and scrolls here; with Shift most terminals select text"
        : "the mouse selects text as the terminal does")
    return [.useMouse(usesMouse)]
  }

  private mutating func turnWheel(by lines: Int, at position: Position) -> [Effect] {
    switch overlay {
    case .help: help?.move(.lines(lines))
    case .queue: return queue?.scroll(.lines(lines)).map { [.listQueue($0)] } ?? []
    case .themes, .inspector, .editor, .typeChange, .fields: break
    case .goTo, .otherRun, .reasons, nil:
      withScreen { screen in
        if let place = screen.place(at: position) { screen.scroll(.lines(lines), in: place) }
      }
    }
    return []
  }

  /// Where not all runs fit, the next one comes onto the screen, and has the focus.
  private mutating func turnSideways(by step: Int) -> [Effect] {
    guard overlay == nil else { return [] }
    return read { [size] in $0.moveColumns(by: step, size: size) }
  }

  /// A click gives the focus; on the last line it is the command that is written there.
  private mutating func click(at position: Position, time: Duration) -> [Effect] {
    guard overlay == nil, search.line == nil else { return [] }
    pendingKeys = nil
    if notice != nil {
      notice = nil
    } else if let command = hintedCommand(at: position) {
      guard !command.needsRun else {
        notice = .information("press the letter of the run")
        return []
      }
      return carryOut(CommandRequest(command), at: time)
    }
    withScreen { [size] screen in screen.focus(at: position, size: size) }
    return []
  }

  /// What is open over the comparison has a last line of its own; `nil` where the click is not on one of its keys.
  private mutating func pressShownKey(at position: Position, time: Duration) -> [Effect]? {
    guard overlay != nil || search.line != nil, position.row == size.rows - 1, CompareLayout.fits(size)
    else { return nil }
    let keys = ShownKeys(row: position.row, of: frame().surface).keys(at: position.column)
    return keys.isEmpty ? nil : keys.flatMap { press($0, at: time) }
  }

  private func hintedCommand(at position: Position) -> Command? {
    let area =
      screen.map(\.layout.hints) ?? Rectangle(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    guard let area, area.rows.contains(position.row) else { return nil }
    return hintBar.command(at: position.column, of: area.size.columns)
  }
}
