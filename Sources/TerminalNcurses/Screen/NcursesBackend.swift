import CNcursesw
import Terminal

/// Shows frames on the screen that curses opened: finds what changed, and paints it.
package final class NcursesBackend: TerminalBackend {
  package private(set) var size: Size
  let depth: ColorDepth

  private let encoding: GlyphEncoding
  private let sendTitle: ((String) -> Void)?
  private let sendProgress: ((Int) -> Void)?
  private var pairs: ColorPairs
  private var looks: [Role: Look] = [:]
  /// What is on the screen; `nil` when that is not known.
  private var presented: Surface?
  private var presentedTitle: String?
  private var presentedProgress: Int?
  /// The terminal shows each frame when it is whole. For those that say that they can.
  var synchronizes = false { didSet { tn_paint_synchronize(synchronizes) } }

  private struct Look {
    var pair = ColorPairs.standard
    var attributes = Style.Attributes()

    var isNormal: Bool { pair == ColorPairs.standard && attributes.isEmpty }
  }

  /// Curses must have been opened.
  init(
    size: Size, depth: ColorDepth, encoding: GlyphEncoding, sendTitle: ((String) -> Void)? = nil,
    sendProgress: ((Int) -> Void)? = nil
  ) {
    self.size = size
    self.depth = depth
    self.encoding = encoding
    self.sendTitle = sendTitle
    self.sendProgress = sendProgress
    tn_paint_synchronize(false)
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
    presentedProgress = nil
    tn_screen_clear()
  }

  /// Takes up another size of the terminal.
  func resize(to size: Size) {
    self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
    _ = tn_screen_resize(Int32(self.size.rows), Int32(self.size.columns))
    invalidate()
  }

  package func present(_ frame: Frame) {
    if presented?.size != frame.surface.size {
      presented = nil
      tn_screen_clear()
    }
    tn_paint_begin()
    paint(frame.surface)
    presented = frame.surface
    place(frame)
    if let sendTitle, presentedTitle != frame.title {
      sendTitle(frame.title)
      presentedTitle = frame.title
    }
    if let sendProgress, let progress = frame.progress, presentedProgress != progress {
      sendProgress(progress)
      presentedProgress = progress
    }
  }

  private func place(_ frame: Frame) {
    let row = min(max(0, frame.cursor.row), size.rows - 1)
    let column = min(max(0, frame.cursor.column), size.columns - 1)
    tn_paint_flush(Int32(row), Int32(column), frame.isCursorVisible)
  }
}

// MARK: - What changed

extension NcursesBackend {
  private func paint(_ surface: Surface) {
    let columns = 0..<min(size.columns, surface.size.columns)
    let scrolled = scroll(to: surface)
    for row in 0..<min(size.rows, surface.size.rows) {
      for stretch in changes(inRow: row, of: surface, after: scrolled) {
        paint(stretch.clamped(to: columns), ofRow: row, of: surface)
      }
    }
  }

  /// Moves what is on the screen to where the surface has it.
  private func scroll(to surface: Surface) -> ScrolledRows? {
    guard let presented, surface.size == size, let rows = ScrolledRows(from: presented, to: surface),
      tn_paint_scroll(Int32(rows.region.lowerBound), Int32(rows.region.upperBound), Int32(rows.distance))
    else { return nil }
    return rows
  }

  private func changes(inRow row: Int, of surface: Surface, after scrolled: ScrolledRows?) -> [Range<Int>] {
    if let scrolled, scrolled.region.contains(row) {
      return scrolled.freed.contains(row) ? changesOfBlank(inRow: row, of: surface) : []
    }
    guard let presented else { return changesOfBlank(inRow: row, of: surface) }
    return surface.changes(inRow: row, from: presented)
  }

  /// A row that was erased is blank in the terminal's own colors, which need not be those of the theme.
  private func changesOfBlank(inRow row: Int, of surface: Surface) -> [Range<Int>] {
    looks[.text, default: Look()].isNormal
      ? surface.changes(fromBlankInRow: row) : [0..<surface.size.columns]
  }

  private func paint(_ columns: Range<Int>, ofRow row: Int, of surface: Surface) {
    var cells: [tn_cell] = []
    cells.reserveCapacity(columns.count)
    var (role, look) = (Role.text, looks[.text] ?? Look())
    for column in columns {
      let cell = encoding.showable(surface[Position(column: column, row: row)])
      guard cell.glyph.width > 0, column + Int(cell.glyph.width) <= size.columns else { continue }
      if cell.role != role { (role, look) = (cell.role, looks[cell.role] ?? Look()) }
      cells.append(tn_cell(cell.glyph, pair: look.pair, attributes: look.attributes))
    }
    tn_paint_cells(Int32(row), Int32(columns.lowerBound), cells, Int32(cells.count))
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
