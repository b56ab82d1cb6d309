import Terminal

extension CompareScreen {
  mutating func scroll(_ step: ScrollStep) { scroll(step, in: focus) }

  /// Scrolls what is there, wherever the focus is.
  mutating func scroll(_ step: ScrollStep, in place: Focus) {
    switch place {
    case .prompt: prompt.pane.scroll(step)
    case .column(let index):
      if scrollsTogether { scrollTogether(step, from: index) } else { columns[index].pane.scroll(step) }
    }
  }

  /// All move by what the longest of them moves, so that a short run does not hold the others back.
  private mutating func scrollTogether(_ step: ScrollStep, from index: Int) {
    let visible = layout.columns.map(\.index)
    let leader =
      visible.max { columns[$0].pane.viewport.lastTop < columns[$1].pane.viewport.lastTop } ?? index
    columns[leader].pane.scroll(step)
    for other in visible where other != leader {
      columns[other].pane.scroll(to: columns[leader].pane.viewport.top)
    }
  }

  mutating func moveFocus(by step: Int, size: Size) {
    let shown = shownColumns
    let place = shown.firstIndex(of: focusedColumn) ?? 0
    show(column: shown[(place + step + shown.count) % shown.count], size: size)
  }

  /// Runs that come onto the screen stand where the others are, while all scroll together.
  mutating func show(column: Int, size: Size) {
    let before = layout.columns.map(\.index)
    let top = before.map { columns[$0].pane.viewport.top }.max() ?? 0
    focus = .column(column)
    fit(size)
    guard scrollsTogether else { return }
    for index in layout.columns.map(\.index) where !before.contains(index) {
      columns[index].pane.scroll(to: top)
    }
  }

  /// 0 is the prompt, 1 to 9 the runs. Says why if there is no such run.
  mutating func moveFocus(toNumber number: Int, size: Size) -> Notice? {
    guard number > 0 else {
      focus = .prompt
      return nil
    }
    guard number <= runCount else { return .information("there are only \(runCount) runs here") }
    guard shownColumns.contains(number - 1) else {
      return .information(
        "only \(shownColumns.map { columns[$0].label }.joined(separator: " and ")) are shown")
    }
    show(column: number - 1, size: size)
    return nil
  }

  mutating func togglePrompt(size: Size) {
    prompt.extent = prompt.extent.next
    if prompt.extent == .line, focus == .prompt { focus = .column(focusedColumn) }
    fit(size)
  }
}
