import Terminal

/// Where the parts of the list screen stand.
struct QueueLayout: Equatable {
  let title: Rectangle
  let search: Rectangle
  /// The names of the columns; a small screen has none.
  let heading: Rectangle?
  let list: Rectangle
  let lastLine: Rectangle

  init(size: Size) {
    func line(_ row: Int) -> Rectangle { Rectangle(column: 0, row: row, columns: size.columns, rows: 1) }
    title = line(0)
    search = line(1)
    lastLine = line(size.rows - 1)
    let hasHeading = size.rows >= 9
    heading = hasHeading ? line(2) : nil
    let top = hasHeading ? 3 : 2
    list = Rectangle(column: 0, row: top, columns: size.columns, rows: size.rows - top - 1)
  }
}
