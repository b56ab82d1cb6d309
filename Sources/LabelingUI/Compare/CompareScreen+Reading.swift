import Terminal

extension CompareScreen {
  mutating func scroll(_ step: ScrollStep) {
    switch focus {
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
    let next = (focusedColumn + step + runCount) % runCount
    focus = .column(next)
    fit(size)
  }

  /// 0 is the prompt, 1 to 9 the runs. Says why if there is no such run.
  mutating func moveFocus(toNumber number: Int, size: Size) -> Notice? {
    guard number > 0 else {
      focus = .prompt
      return nil
    }
    guard number <= runCount else { return .information("there are only \(runCount) runs here") }
    focus = .column(number - 1)
    fit(size)
    return nil
  }

  mutating func togglePrompt(size: Size) {
    prompt.extent = prompt.extent.next
    if prompt.extent == .line, focus == .prompt { focus = .column(focusedColumn) }
    fit(size)
  }
}
