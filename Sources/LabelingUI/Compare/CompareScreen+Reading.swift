import Terminal

extension CompareScreen {
  mutating func scroll(_ step: ScrollStep) { scroll(step, in: focus) }

  /// Scrolls what is there, wherever the focus is.
  mutating func scroll(_ step: ScrollStep, in place: Focus) {
    switch place {
    case .prompt: prompt.pane.scroll(step)
    case .column(let index):
      target = nil
      columns[index].pane.scroll(step)
      follow(index)
    }
  }

  /// The other runs on the screen go along with one that was scrolled.
  mutating func follow(_ leader: Int) {
    switch scrolling {
    case .aligned: followByRow(leader)
    case .linked: followByContent(leader)
    case .free: break
    }
  }

  mutating func moveFocus(by step: Int, size: Size) {
    let shown = comparedColumns
    let place = shown.firstIndex(of: focusedColumn) ?? 0
    show(column: shown[(place + step + shown.count) % shown.count], size: size)
  }

  /// Runs that come onto the screen stand where the others are, unless each scrolls alone.
  mutating func show(column: Int, size: Size) {
    let before = layout.columns.map(\.index)
    focus = .column(column)
    target = nil
    guard scrolling != .free, let known = before.first, !before.contains(column) else { return fit(size) }
    let leader = columns[known].pane
    let offset = columns[known].sourceOffset(of: leader.anchor)
    let isAtTop = leader.viewport.top == 0
    let place = linkedPlace(offset, from: known, to: column)
    columns[column].pane.read(from: isAtTop ? 0 : columns[column].shownOffset(of: place))
    fit(size)
    follow(column)
  }

  /// 0 is the prompt, 1 to 9 the runs. Says why if there is no such run.
  mutating func moveFocus(toNumber number: Int, size: Size) -> Notice? {
    guard number > 0 else {
      focus = .prompt
      return nil
    }
    guard number <= runCount else { return .information("there are only \(runCount) runs here") }
    guard comparedColumns.contains(number - 1) else {
      return .information(
        "only \(comparedColumns.map { columns[$0].label }.joined(separator: " and ")) are shown")
    }
    show(column: number - 1, size: size)
    return nil
  }

  mutating func toggleZoom(size: Size) {
    isZoomed.toggle()
    focus = .column(focusedColumn)
    fit(size)
  }

  mutating func cycleScrolling(size: Size) {
    scrolling = scrolling.neighbor(by: 1)
    fit(size)
    if scrolling == .linked { followByContent(focusedColumn) }
  }

  /// Makes the run in focus wider or narrower beside the others.
  mutating func widen(by step: Int, size: Size) {
    let weight = columns[focusedColumn].weight + step
    columns[focusedColumn].weight = min(
      max(weight, RunColumn.weights.lowerBound), RunColumn.weights.upperBound)
    fit(size)
  }

  mutating func evenWidths(size: Size) {
    for index in columns.indices { columns[index].weight = RunColumn.weights.lowerBound + 8 }
    fit(size)
  }

  mutating func show(raw: Bool, size: Size) {
    for index in columns.indices { columns[index].show(raw: raw) }
    target = nil
    if let difference { take(difference) } else { fit(size) }
  }

  mutating func show(reference: Bool, repertoire: Repertoire, size: Size) {
    let (extent, anchor) = (prompt.extent, prompt.pane.anchor)
    prompt = PromptPane(item.comparison, showsReference: reference, repertoire: repertoire)
    prompt.extent = extent
    prompt.pane.read(from: anchor)
    fit(size)
  }

  /// What shows more of the prompt; `nil` while all of it shows, or nothing shows more.
  var promptCommand: Command? {
    let isCut = layout.promptBody != nil && !prompt.pane.viewport.showsAll
    return switch prompt.extent {
    case .short: isCut ? .togglePrompt : nil
    case .long: isCut && focus != .prompt ? .focusPrompt : nil
    case .line: prompt.pane.wrapped.map { $0.rowCount > 1 } ?? false ? .togglePrompt : nil
    }
  }

  /// There is more than shows of what the scroll keys move: the text in focus, and what follows it.
  var cutsScrolledText: Bool {
    switch focus {
    case .prompt: !prompt.pane.viewport.showsAll
    case .column(let index) where scrolling == .free: !columns[index].pane.viewport.showsAll
    case .column: layout.columns.contains { !columns[$0.index].pane.viewport.showsAll }
    }
  }

  mutating func togglePrompt(size: Size) {
    prompt.extent = prompt.extent.neighbor(by: 1)
    if prompt.extent == .line, focus == .prompt { focus = .column(focusedColumn) }
    fit(size)
  }
}
