import Terminal

/// Where reading stands on a compare screen: what is in focus, and the text at the top of every pane.
package struct ReadingPlace: Equatable, Sendable {
  var focus = CompareScreen.Focus.column(0)
  /// UTF-8 offsets of the texts: the prompt's, and the runs' in the order of the columns.
  var prompt = 0
  var columns: [Int] = []
  var promptExtent = PromptPane.Extent.short
  var scrolling = ScrollMode.aligned
}

extension CompareScreen {
  var readingPlace: ReadingPlace {
    ReadingPlace(
      focus: focus, prompt: prompt.pane.anchor, columns: columns.map(\.pane.anchor),
      promptExtent: prompt.extent, scrolling: scrolling)
  }

  mutating func restore(_ place: ReadingPlace, size: Size) {
    focus = place.focus
    prompt.extent = place.promptExtent
    scrolling = place.scrolling
    if case .column(let index) = focus, !comparedColumns.contains(index) {
      focus = .column(comparedColumns[0])
    }
    prompt.pane.read(from: place.prompt)
    for (index, anchor) in zip(columns.indices, place.columns) { columns[index].pane.read(from: anchor) }
    fit(size)
  }
}
