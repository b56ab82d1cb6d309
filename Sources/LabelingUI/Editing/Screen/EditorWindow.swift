/// The part of an edited text that shows. It is kept by what the first row begins with.
struct EditorWindow: Equatable, Sendable {
  private(set) var top = 0
  private(set) var rows = 1

  mutating func fit(rows: Int) { self.rows = max(1, rows) }

  /// Scrolls as far as is needed to show the cursor: a row at a time, or to the middle when it went far.
  mutating func reveal(_ cursor: Int, in flow: TextFlow) {
    let first = flow.place(of: min(top, flow.text.count))
    let target = flow.place(of: cursor)
    top = first.start
    if target.start < top {
      let isNear = flow.place(-1, from: first).start == target.start
      return top = isNear ? target.start : flow.place(-rows / 2, from: target).start
    }
    var place = first
    for _ in 1..<max(2, rows) {
      if place.start == target.start { return }
      guard let next = flow.place(after: place) else { return }
      place = next
    }
    guard rows == 1 || place.start != target.start else { return }
    let isNear = flow.place(after: place)?.start == target.start
    top = flow.place(isNear ? -(rows - 1) : -rows / 2, from: target).start
  }

  mutating func scroll(by lines: Int, in flow: TextFlow) {
    top = flow.place(lines, from: flow.place(of: min(top, flow.text.count))).start
  }

  /// The rows that show, first to last.
  func places(in flow: TextFlow) -> [TextFlow.Place] {
    var places = [flow.place(of: min(top, flow.text.count))]
    while places.count < rows, let next = flow.place(after: places[places.count - 1]) { places.append(next) }
    return places
  }
}
