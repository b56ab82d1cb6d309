import Terminal

extension CompareScreen {
  /// What is searched: the prompt and the runs, in the order in which `SearchMatch` counts them. While two runs are looked at
  /// alone, there is nothing to be found in the others.
  var searchedTexts: [String] {
    let compared = comparedColumns
    return [prompt.pane.source]
      + columns.indices.map { compared.contains($0) ? columns[$0].pane.source : "" }
  }

  func pane(_ index: Int) -> TextPane { index == 0 ? prompt.pane : columns[index - 1].pane }

  /// The pane in focus, as matches count them, and the text at its top.
  var readingStart: (pane: Int, offset: Int) {
    switch focus {
    case .prompt: (0, prompt.pane.anchor)
    case .column(let index): (index + 1, columns[index].pane.anchor)
    }
  }

  func shows(_ match: SearchMatch) -> Bool {
    let isLaidOut =
      match.pane == 0 ? layout.promptBody != nil : layout.columns.contains { $0.index == match.pane - 1 }
    return isLaidOut && pane(match.pane).shows(match.range.lowerBound)
  }

  /// Moves the focus to the match's pane, and scrolls as far as it takes to show it.
  mutating func reveal(_ match: SearchMatch, size: Size) {
    guard match.pane <= runCount else { return }
    if match.pane == 0 {
      focus = .prompt
      if prompt.extent == .line { prompt.extent = .short }
      fit(size)
      prompt.pane.reveal(match.range.lowerBound)
    } else {
      show(column: match.pane - 1, size: size)
      revealInColumn(match)
    }
  }

  private mutating func revealInColumn(_ match: SearchMatch) {
    let index = match.pane - 1
    guard !columns[index].pane.shows(match.range.lowerBound) else { return }
    columns[index].pane.reveal(match.range.lowerBound)
    follow(index)
  }
}

extension TextPane {
  func shows(_ offset: Int) -> Bool { viewport.rows.contains(shownRow(showing: offset)) }

  /// Scrolls, if it must, so that the text at the offset stands a third below the top.
  mutating func reveal(_ offset: Int) {
    guard !shows(offset) else { return }
    scroll(to: shownRow(showing: offset) - viewport.height / 3)
  }
}
