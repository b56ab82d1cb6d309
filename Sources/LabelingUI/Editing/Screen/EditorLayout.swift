import Terminal

/// Where the parts of the editor stand.
///
/// A correction has the whole screen, the original beside it from 60 columns on and above it on narrower ones. A comment has a
/// panel at the bottom, so that the runs stay readable.
struct EditorLayout: Equatable, Sendable {
  struct Pane: Equatable, Sendable {
    let title: Rectangle
    /// The column of signs beside the text.
    let gutter: Rectangle
    let body: Rectangle

    init(_ area: Rectangle) {
      let (rows, columns) = (area.size.rows, area.size.columns)
      let (left, top) = (area.origin.column, area.origin.row)
      title = Rectangle(column: left, row: top, columns: columns, rows: min(1, rows))
      gutter = Rectangle(column: left, row: top + 1, columns: min(1, columns), rows: max(0, rows - 1))
      body = Rectangle(column: left + 1, row: top + 1, columns: max(0, columns - 1), rows: max(0, rows - 1))
    }
  }

  static let leastForBeside = 60

  let original: Pane?
  let text: Pane
  let status: Rectangle?
  let hints: Rectangle
  let isBeside: Bool

  init(size: Size, showsOriginal: Bool) {
    let (columns, rows) = (size.columns, size.rows)
    hints = Rectangle(column: 0, row: rows - 1, columns: columns, rows: 1)
    guard showsOriginal else {
      let height = Self.panelRows(on: size)
      status = nil
      original = nil
      isBeside = false
      text = Pane(Rectangle(column: 0, row: rows - 1 - height, columns: columns, rows: height))
      return
    }
    let statusRows = rows >= 6 ? 1 : 0
    status =
      statusRows == 0 ? nil : Rectangle(column: 0, row: rows - 2, columns: columns, rows: 1)
    let height = max(2, rows - 1 - statusRows)
    isBeside = columns >= Self.leastForBeside
    if isBeside {
      let left = (columns - 1) / 2
      original = Pane(Rectangle(column: 0, row: 0, columns: left, rows: height))
      // As wide as the original, so that both break their rows at the same words.
      text = Pane(Rectangle(column: left + 1, row: 0, columns: left, rows: height))
    } else {
      let above = height >= 6 ? height * 2 / 5 : 0
      original = above == 0 ? nil : Pane(Rectangle(column: 0, row: 0, columns: columns, rows: above))
      text = Pane(Rectangle(column: 0, row: above, columns: columns, rows: height - above))
    }
  }

  /// Of the panel of a comment, its title among them.
  static func panelRows(on size: Size) -> Int { max(2, min(8, size.rows / 3)) }
}
