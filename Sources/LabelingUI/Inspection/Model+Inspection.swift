import Terminal

/// Looking at what a text hides.
extension Model {
  mutating func inspect() -> [Effect] {
    guard let screen else { return [] }
    let (label, pane) = screen.textInFocus
    guard !pane.text.hidesNothing else {
      notice = .information("\(label) hides nothing: every character in it is shown as itself")
      return []
    }
    overlay = .inspector(InspectorScreen(label: label, text: pane.text, size: size))
    return []
  }

  mutating func pressInInspector(_ key: Key) -> [Effect] {
    guard case .inspector(var inspector) = overlay else { return [] }
    let outcome = inspector.press(key)
    overlay = outcome == .stays ? .inspector(inspector) : nil
    if case .goes(let offset) = outcome { withScreen { $0.showInFocus(offset) } }
    return []
  }
}

extension CompareScreen {
  /// The text in focus and what it is called.
  var textInFocus: (label: String, pane: TextPane) {
    switch focus {
    case .prompt: ("the prompt", prompt.pane)
    case .column(let index): (columns[index].label, columns[index].pane)
    }
  }

  /// Scrolls to an offset of what is shown in focus.
  fileprivate mutating func showInFocus(_ offset: Int) {
    switch focus {
    case .prompt: prompt.pane.read(from: offset)
    case .column(let index):
      columns[index].pane.read(from: offset)
      follow(index)
    }
  }
}
