import Terminal

extension EditorScreen {
  /// A click sets the cursor, a drag selects, the wheel scrolls the text below it.
  mutating func handle(_ event: MouseEvent) {
    switch event.action {
    case .press: put(cursorAt: event.position, extending: false)
    case .drag: put(cursorAt: event.position, extending: true)
    case .wheelUp: scroll(by: -Model.wheelLines, at: event.position)
    case .wheelDown: scroll(by: Model.wheelLines, at: event.position)
    case .release, .wheelLeft, .wheelRight: break
    }
  }

  private mutating func scroll(by lines: Int, at position: Position) {
    if let original = layout.original, original.body.contains(position) {
      originalPane?.scroll(.lines(lines))
    } else {
      window.scroll(by: lines, in: editor.flow)
    }
  }

  private mutating func put(cursorAt position: Position, extending: Bool) {
    let body = layout.text.body
    guard prompt == nil, extending || body.contains(position) else { return }
    let line = max(0, min(position.row - body.origin.row, body.size.rows - 1))
    let places = window.places(in: editor.flow)
    let place = places[min(line, places.count - 1)]
    let column = max(0, position.column - body.origin.column)
    let offset = line < places.count ? place.offset(inColumn: column) : place.range.upperBound
    editor.move(to: editor.text.stop(atOrBefore: offset), extending: extending)
  }
}
