import Terminal

/// Where the parts of the list screen stand.
struct QueueLayout: Equatable {
  let title: Rectangle
  let search: Rectangle
  /// The names of the columns; a small screen has none.
  let heading: Rectangle?
  let list: Rectangle
  /// What is begun of the chosen comparison; a small screen has no room for it.
  let detail: Rectangle?
  let lastLine: Rectangle

  init(size: Size) {
    func line(_ row: Int) -> Rectangle { Rectangle(column: 0, row: row, columns: size.columns, rows: 1) }
    title = line(0)
    search = line(1)
    lastLine = line(size.rows - 1)
    let hasHeading = size.rows >= 9
    heading = hasHeading ? line(2) : nil
    let top = hasHeading ? 3 : 2
    let hasDetail = size.rows >= 12
    detail = hasDetail ? line(size.rows - 2) : nil
    let end = size.rows - (hasDetail ? 2 : 1)
    list = Rectangle(column: 0, row: top, columns: size.columns, rows: end - top)
  }
}
