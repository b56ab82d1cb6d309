import CNcursesw
import Terminal

/// What a terminal shows that got the bytes: as much of one as the tests of painting need.
struct TerminalImage {
  struct Cell: Equatable {
    /// The scalars it shows; none in the second cell of a wide glyph.
    var scalars: [Unicode.Scalar] = [" "]
    /// What the last `CSI … m` and those before it left switched on.
    var rendition: [String] = []
  }

  let size: Size
  private(set) var cells: [Cell]
  private(set) var cursor = Position(column: 0, row: 0)
  /// Something was written where there is no cell.
  private(set) var overflowed = false
  private var region: Range<Int>
  private var rendition: [String] = []

  init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
    region = 0..<size.rows
  }

  mutating func take(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": takeEscape(&rest)
      case "\n": scrollOrMove(1)
      case "\r": cursor.column = 0
      case "\u{0}"..<" ": break
      default: write(scalar)
      }
    }
  }

  /// The scalars of a row, without blanks at its end.
  func row(_ row: Int) -> String {
    var scalars = cells(inRow: row).flatMap(\.scalars)
    while scalars.last == " " { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  func cell(_ column: Int, _ row: Int) -> Cell { cells[row * size.columns + column] }

  private func cells(inRow row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }
}

// MARK: - Text

extension TerminalImage {
  private mutating func write(_ scalar: Unicode.Scalar) {
    let width = max(0, Int(tn_scalar_width(scalar.value)))
    if width == 0 { return combine(scalar) }
    guard cursor.column + width <= size.columns else {
      overflowed = true
      return
    }
    for column in [cursor.column, cursor.column + width - 1] { breakGlyph(at: column) }
    set(Cell(scalars: [scalar], rendition: rendition), at: cursor.column)
    if width == 2 { set(Cell(scalars: [], rendition: rendition), at: cursor.column + 1) }
    cursor.column += width
  }

  private mutating func combine(_ mark: Unicode.Scalar) {
    var column = cursor.column - 1
    while column > 0, cell(column, cursor.row).scalars.isEmpty { column -= 1 }
    guard column >= 0 else { return }
    cells[cursor.row * size.columns + column].scalars.append(mark)
  }

  /// Half a wide glyph cannot stay.
  private mutating func breakGlyph(at column: Int) {
    if cell(column, cursor.row).scalars.isEmpty { set(Cell(), at: column - 1) }
    if column + 1 < size.columns, cell(column + 1, cursor.row).scalars.isEmpty { set(Cell(), at: column + 1) }
  }

  private mutating func set(_ cell: Cell, at column: Int) { cells[cursor.row * size.columns + column] = cell }
}

// MARK: - Control

extension TerminalImage {
  private mutating func takeEscape(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.popFirst() {
    case "[": takeSequence(&rest)
    case "(": _ = rest.popFirst()
    case "M": scrollOrMove(-1)
    default: break
    }
  }

  private mutating func takeSequence(_ rest: inout Substring.UnicodeScalarView) {
    var parameters = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if ("@"..."~").contains(scalar) { return carryOut(scalar, String(parameters)) }
      parameters.append(scalar)
    }
  }

  private mutating func carryOut(_ final: Unicode.Scalar, _ parameters: String) {
    let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
    switch final {
    case "H": cursor = Position(column: (numbers.last ?? 1) - 1, row: (numbers.first ?? 1) - 1)
    case "J": cells = Array(repeating: Cell(), count: cells.count)
    case "r":
      region = (numbers.first ?? 1) - 1..<(numbers.last ?? size.rows)
      cursor = Position(column: 0, row: 0)
    case "S": scroll(numbers.first ?? 1)
    case "T": scroll(-(numbers.first ?? 1))
    case "m": rendition = ["", "0"].contains(parameters) ? [] : rendition + [parameters]
    default: break
    }
  }

  private mutating func scrollOrMove(_ rows: Int) {
    let edge = rows > 0 ? region.upperBound - 1 : region.lowerBound
    if cursor.row == edge { scroll(rows) } else { cursor.row += rows }
  }

  private mutating func scroll(_ count: Int) {
    let blank = Array(repeating: Cell(), count: size.columns)
    let old = region.map { Array(cells(inRow: $0)) }
    for (index, row) in region.enumerated() {
      let source = index + count
      cells.replaceSubrange(
        row * size.columns..<(row + 1) * size.columns,
        with: old.indices.contains(source) ? old[source] : blank)
    }
  }
}
