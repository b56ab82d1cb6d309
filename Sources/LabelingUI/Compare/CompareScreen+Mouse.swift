import Terminal

extension CompareScreen {
  /// What stands at a position: the prompt, a run, or neither.
  func place(at position: Position) -> Focus? {
    let isInPrompt = [layout.promptTitle, layout.promptBody].contains { $0?.contains(position) ?? false }
    if isInPrompt { return .prompt }
    let column = layout.columns.first { column in
      [column.title, column.gutter, column.body].contains { $0.contains(position) }
    }
    return column.map { .column($0.index) }
  }

  mutating func focus(at position: Position, size: Size) {
    switch place(at: position) {
    case .prompt: focus = .prompt
    case .column(let index): show(column: index, size: size)
    case nil: break
    }
  }

  /// Brings the run beside those on the screen onto it, if there is one.
  mutating func moveColumns(by step: Int, size: Size) {
    let shown = shownColumns
    let outermost = step > 0 ? layout.columns.last?.index : layout.columns.first?.index
    guard let outermost, let place = shown.firstIndex(of: outermost), shown.indices.contains(place + step)
    else { return }
    show(column: shown[place + step], size: size)
  }
}
