import Terminal

/// The columns that the list of keys stands in, read one after the other as in a newspaper. A single one scrolls by rows, several
/// by whole columns, so that no command is torn apart.
struct HelpColumns: Equatable, Sendable {
  let count: Int
  /// Rows of each.
  let height: Int
  private let screenColumns: Int

  /// Below it, sentences fall to pieces.
  private static let least = 64

  init(count: Int, on size: Size) {
    self.count = count
    height = max(1, size.rows - HelpScreen.chromeRows)
    screenColumns = size.columns
  }

  static func most(on size: Size) -> Int { max(1, size.columns / least) }

  private var pitch: Int { screenColumns / count }

  /// Where a column stands, without the line that divides it from the next one.
  func area(ofColumn column: Int) -> Rectangle {
    let end = column == count - 1 ? screenColumns : (column + 1) * pitch - 1
    return Rectangle(column: column * pitch, row: 2, columns: end - column * pitch, rows: height)
  }

  var keyColumns: Int { min(20, area(ofColumn: 0).size.columns / 3) }

  /// From the edge of the column.
  var textStart: Int { keyColumns + 3 }

  /// One blank keeps the text off the line beside it.
  var textColumns: Int { max(1, area(ofColumn: 0).size.columns - textStart - (count > 1 ? 1 : 0)) }

  /// A row that begins a column stands at its top; a single column never ends.
  func isTop(_ row: Int) -> Bool { count > 1 ? row % height == 0 : row == 0 }

  /// How many rows are left in a column.
  func room(after row: Int) -> Int { count > 1 ? height - row % height : .max }

  func fits(rows: Int) -> Bool { rows <= height * count }

  /// A viewport that ends where a column ends.
  func resize(_ viewport: inout Viewport, rows: Int) {
    let total = count == 1 || fits(rows: rows) ? rows : (rows + height - 1) / height * height
    viewport.resize(height: height * count, total: total)
    if count > 1 { viewport.scroll(to: viewport.top / height * height) }
  }

  /// Scrolls no more than is needed to show a stretch of rows; its beginning is the more important.
  func reveal(_ stretch: ClosedRange<Int>, in viewport: inout Viewport) {
    guard count > 1 else {
      viewport.reveal(row: stretch.upperBound)
      return viewport.reveal(row: stretch.lowerBound)
    }
    let top = stretch.lowerBound / height * height
    viewport.reveal(row: top + height - 1)
    viewport.reveal(row: top)
  }
}
