import CNcursesw
import Terminal

/// Shows frames on the screen that curses drives. Curses finds the fewest bytes; this finds the rows that changed.
package final class NcursesBackend: TerminalBackend {
  package private(set) var size: Size
  let depth: ColorDepth

  private let encoding: GlyphEncoding
  private let sendTitle: ((String) -> Void)?
  private var pairs: ColorPairs
  private var looks: [Role: Look] = [:]
  /// What is on the screen; `nil` when that is not known.
  private var presented: Surface?
  private var presentedTitle: String?

  private struct Look {
    var pair = ColorPairs.standard
    var attributes = Style.Attributes()
  }

  /// Curses must have been opened.
  init(size: Size, depth: ColorDepth, encoding: GlyphEncoding, sendTitle: ((String) -> Void)? = nil) {
    self.size = size
    self.depth = depth
    self.encoding = encoding
    self.sendTitle = sendTitle
    let hasColor = depth != .mono && tn_color_start()
    pairs = ColorPairs(limit: hasColor ? Int(tn_color_pair_count()) : 0) { tn_color_set_pair($0, $1, $2) }
    resize(to: size)
  }

  package func use(_ theme: Theme) {
    pairs.removeAll()
    for role in Role.allCases {
      let style = theme.style(of: role, at: depth)
      let pair = pairs.number(
        foreground: style.foreground?.cursesNumber(at: depth) ?? -1,
        background: style.background?.cursesNumber(at: depth) ?? -1)
      looks[role] = Look(pair: pair, attributes: style.attributes)
    }
    invalidate()
  }

  package func invalidate() {
    presented = nil
    presentedTitle = nil
    tn_screen_repaint()
  }

  /// Takes up another size of the terminal.
  func resize(to size: Size) {
    self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
    _ = tn_screen_resize(Int32(self.size.rows), Int32(self.size.columns))
    invalidate()
  }

  package func present(_ frame: Frame) {
    let surface = frame.surface
    if presented?.size != surface.size {
      presented = nil
      tn_screen_erase()
    }
    let shown = Size(
      columns: min(size.columns, surface.size.columns), rows: min(size.rows, surface.size.rows))
    for row in 0..<shown.rows { send(row, of: surface, columns: shown.columns) }
    presented = surface
    place(frame)
    if let sendTitle, presentedTitle != frame.title {
      sendTitle(frame.title)
      presentedTitle = frame.title
    }
  }

  private func place(_ frame: Frame) {
    let row = min(max(0, frame.cursor.row), size.rows - 1)
    let column = min(max(0, frame.cursor.column), size.columns - 1)
    tn_screen_flush(Int32(row), Int32(column), frame.isCursorVisible)
  }

  private func send(_ index: Int, of surface: Surface, columns: Int) {
    let cells = surface.row(index)
    guard let changed = changedColumns(index, in: cells)?.clamped(to: 0..<columns) else { return }
    var run: [tn_cell] = []
    run.reserveCapacity(changed.count)
    var (role, look) = (Role.text, looks[.text] ?? Look())
    for column in changed {
      let cell = encoding.showable(cells[cells.startIndex + column])
      guard cell.glyph.width > 0, column + Int(cell.glyph.width) <= columns else { continue }
      if cell.role != role { (role, look) = (cell.role, looks[cell.role] ?? Look()) }
      run.append(tn_cell(cell.glyph, pair: look.pair, attributes: look.attributes))
    }
    _ = tn_screen_write(Int32(index), Int32(changed.lowerBound), run, Int32(run.count))
  }

  /// From the first to the last cell that differs from what is on the screen. It never begins within a wide glyph: the
  /// halves of one have the same role, so the first is different too.
  private func changedColumns(_ index: Int, in cells: ArraySlice<Cell>) -> Range<Int>? {
    guard let before = presented?.row(index) else { return 0..<cells.count }
    guard let first = zip(cells, before).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
      return nil
    }
    var last = cells.count
    while last > first, cells[cells.startIndex + last - 1] == before[before.startIndex + last - 1] {
      last -= 1
    }
    return first..<last
  }
}

extension Surface {
  func row(_ index: Int) -> ArraySlice<Cell> {
    cells[(index * size.columns)..<((index + 1) * size.columns)]
  }
}

extension tn_cell {
  init(_ glyph: Glyph, pair: Int32, attributes: Style.Attributes) {
    let marks = glyph.marks
    self.init(
      base: glyph.base.value, marks: (marks[0], marks[1], marks[2], marks[3]), pair: pair,
      attributes: attributes.rawValue, width: glyph.width)
  }
}
