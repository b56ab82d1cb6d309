/// The rows of a text that a pane shows. It never runs past the last row.
package struct Viewport: Equatable, Sendable {
  /// The rows of the pane.
  package private(set) var height: Int
  /// The rows of the text.
  package private(set) var total: Int
  /// The first row that shows.
  package private(set) var top = 0

  package init(height: Int = 0, total: Int = 0) {
    self.height = max(0, height)
    self.total = max(0, total)
  }

  package var lastTop: Int { max(0, total - height) }
  package var rows: Range<Int> { top..<min(total, top + height) }
  package var showsAll: Bool { total <= height }
  package var isAtEnd: Bool { top == lastTop }

  package mutating func resize(height: Int, total: Int) {
    self.height = max(0, height)
    self.total = max(0, total)
    scroll(to: top)
  }

  package mutating func scroll(to row: Int) { top = max(0, min(row, lastTop)) }

  package mutating func scroll(lines: Int) { scroll(to: top + lines) }

  /// A page keeps one row in sight, so that the eye finds its place.
  package mutating func scroll(pages: Int) { scroll(lines: pages * max(1, height - 1)) }

  package mutating func scrollToStart() { top = 0 }
  package mutating func scrollToEnd() { top = lastTop }

  /// Scrolls no more than is needed to show a row.
  package mutating func reveal(row: Int) {
    if row < top { scroll(to: row) }
    if row >= top + height { scroll(to: row - max(1, height) + 1) }
  }
}
