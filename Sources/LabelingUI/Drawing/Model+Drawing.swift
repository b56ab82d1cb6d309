import Preference
import Terminal

extension Model {
  /// The screen as it is now.
  package func frame() -> Frame {
    var drawn = DrawnFrame()
    return frame(reusing: &drawn)
  }

  /// The same, by way of what is known of the last one.
  package func frame(reusing drawn: inout DrawnFrame) -> Frame {
    var surface = Surface(size: size, repertoire: repertoire)
    let cursor = draw(on: &surface, reusing: &drawn)
    return Frame(
      surface: surface, cursor: cursor ?? Position(column: 0, row: 0),
      isCursorVisible: isTyping && cursor != nil,
      title: title, progress: progress.total > 0 ? progress.judged * 100 / progress.total : nil)
  }

  /// The cursor stands in a line that is typed into.
  private var isTyping: Bool {
    guard help == nil else { return false }
    return search.line != nil || goTo != nil || queue != nil || editor != nil || isTypingReason
  }

  private var isTypingReason: Bool {
    if case .reasons(let panel) = overlay { panel.line != nil } else { false }
  }

  private var title: String {
    let place = number == 0 ? "" : " \(number)/\(progress.total)"
    return "podium\(place) \(repertoire == .ascii ? "-" : "·") \(campaign)"
  }

  /// Draws and tells where the focus is; `nil` if that cannot be seen.
  private func draw(on surface: inout Surface, reusing drawn: inout DrawnFrame) -> Position? {
    let cursor = drawScreen(on: &surface, reusing: &drawn)
    if let themePicker { return themePicker.draw(on: &surface, glyphs: glyphs, repertoire: repertoire) }
    if let pendingKeys, pendingKeys.isExplained {
      KeyGuide(pendingKeys.keys, keymap: keymap).draw(on: &surface, glyphs: glyphs)
    }
    return cursor
  }

  private func drawScreen(on surface: inout Surface, reusing drawn: inout DrawnFrame) -> Position? {
    guard CompareLayout.fits(size) else { return drawTooSmall(on: &surface) }
    if let help { return help.draw(on: &surface, glyphs: glyphs, repertoire: repertoire) }
    if let queue { return draw(queue, on: &surface) }
    if case .inspector(let inspector) = overlay { return inspector.draw(on: &surface, glyphs: glyphs) }
    if case .fields(let chooser) = overlay { return chooser.draw(on: &surface, glyphs: glyphs) }
    switch overlay {
    case .editor(let editor), .typeChange(let editor): return draw(editor, on: &surface, reusing: &drawn)
    default: break
    }
    let focus = drawActivity(on: &surface, reusing: &drawn)
    if case .reasons(let panel) = overlay { return draw(panel, on: &surface) }
    guard let goTo else { return focus }
    notice?.draw(on: &surface, lastRow: size.rows - 2, repertoire: repertoire)
    return goTo.draw(on: &surface, in: bottomLine)
  }

  /// A comment stands below the runs, a correction alone.
  private func draw(
    _ editor: EditorScreen, on surface: inout Surface, reusing drawn: inout DrawnFrame
  ) -> Position? {
    if !editor.subject.isCorrection { _ = drawActivity(on: &surface, reusing: &drawn) }
    let cursor = editor.draw(on: &surface, glyphs: glyphs, reusing: &drawn.editor)
    notice?.draw(on: &surface, lastRow: size.rows - (editor.prompt == nil ? 1 : 2), repertoire: repertoire)
    return cursor
  }

  /// A notice stands above what is typed.
  private func draw(_ panel: ReasonsPanel, on surface: inout Surface) -> Position {
    let told = notice?.rows(fitting: size.columns, repertoire: repertoire) ?? 0
    let cursor = panel.draw(
      on: &surface, showing: screen, covered: max(0, told - (panel.line == nil ? 1 : 0)), glyphs: glyphs)
    notice?.draw(on: &surface, lastRow: size.rows - (panel.line == nil ? 1 : 2), repertoire: repertoire)
    return cursor
  }

  private func draw(_ queue: QueueScreen, on surface: inout Surface) -> Position {
    let cursor = queue.draw(on: &surface, glyphs: glyphs)
    notice?.draw(on: &surface, lastRow: size.rows - 1, repertoire: repertoire)
    return cursor
  }

  private func drawActivity(on surface: inout Surface, reusing drawn: inout DrawnFrame) -> Position {
    switch activity {
    case .comparing(let screen), .busy(let screen?): return draw(screen, on: &surface, reusing: &drawn)
    case .finished:
      drawHeader(on: &surface, in: topLine, reusing: &drawn)
      let cursor = FinishScreen(progress: progress, delivery: delivery, keymap: keymap).draw(on: &surface)
      drawLastLine(on: &surface, in: bottomLine, reusing: &drawn)
      return cursor
    case .busy(nil):
      surface.write("Opening …", at: Position(column: 1, row: 0), columns: size.columns - 1, role: .textMuted)
      return Position(column: 0, row: 0)
    }
  }

  private func draw(
    _ screen: CompareScreen, on surface: inout Surface, reusing drawn: inout DrawnFrame
  ) -> Position {
    if let header = screen.layout.header { drawHeader(on: &surface, in: header, reusing: &drawn) }
    let shown = search.findings.matches.isEmpty ? screen : screen.withoutSharedMarks
    let focus = shown.draw(on: &surface, glyphs: glyphs, reusing: &drawn)
    let cursor = SearchMarks(search, on: screen).draw(on: &surface, glyphs: glyphs) ?? focus
    if search.line != nil { return drawSearchBar(on: &surface) }
    if notice == nil { SearchStatus(search, on: screen).draw(on: &surface) }
    if !hasPanel, let hints = screen.layout.hints {
      drawLastLine(on: &surface, in: hints, reusing: &drawn)
    }
    return cursor
  }

  /// What stands below the runs has a last line of its own.
  private var hasPanel: Bool {
    if case .reasons = overlay { true } else { editor != nil }
  }

  private var glyphs: ChromeGlyphs { ChromeGlyphs(themes.current.symbols, for: repertoire) }
  private var topLine: Rectangle { Rectangle(column: 0, row: 0, columns: size.columns, rows: 1) }
  private var bottomLine: Rectangle {
    Rectangle(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
  }

  private func drawHeader(
    on surface: inout Surface, in area: Rectangle, reusing drawn: inout DrawnFrame
  ) {
    var header = HeaderLine(campaign: campaign, number: number, progress: progress, delivery: delivery)
    header.list = list
    header.perJudgment = pace.perJudgment
    header.isFlagged = activity == .finished ? false : screen?.isFlagged ?? false
    drawn.header.show(header, inRow: area.origin.row, of: &surface) { $0.draw(on: &$1, in: area) }
  }

  /// A notice takes the hints' place until the next key.
  private func drawLastLine(
    on surface: inout Surface, in area: Rectangle, reusing drawn: inout DrawnFrame
  ) {
    guard let notice else {
      return drawn.hints.show(hintBar, inRow: area.origin.row, of: &surface) { $0.draw(on: &$1, in: area) }
    }
    notice.draw(on: &surface, lastRow: area.origin.row, repertoire: repertoire)
  }

  /// A notice stands above what is typed.
  private func drawSearchBar(on surface: inout Surface) -> Position {
    notice?.draw(on: &surface, lastRow: size.rows - 2, repertoire: repertoire)
    return SearchBar(search: search).draw(on: &surface, in: bottomLine)
  }

  private func drawTooSmall(on surface: inout Surface) -> Position {
    let wanted = "\(CompareLayout.smallest.columns)x\(CompareLayout.smallest.rows): enlarge"
    // Where a text is written, the key would be part of it.
    let words = editor == nil ? "\(wanted), \(keymap.words(for: .quit)) quits" : wanted
    let rows = WrappedText(SanitizedText(words, repertoire: repertoire), columns: size.columns)
    guard size.rows >= rows.rowCount else {
      surface.write(words, at: Position(column: 0, row: 0), columns: size.columns, role: .statusWarn)
      return Position(column: 0, row: 0)
    }
    for row in 0..<rows.rowCount {
      surface.draw(
        rows, row: row, at: Position(column: 0, row: row), columns: size.columns, role: .statusWarn)
    }
    return Position(column: 0, row: 0)
  }
}
