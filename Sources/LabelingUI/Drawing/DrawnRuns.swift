import Terminal

/// The rows in which runs stand side by side, as they were drawn last. Scrolling moves most of them and changes none, so a row that
/// is shown again, at whatever height, is taken over.
struct DrawnRuns: Sendable {
  /// All that the rows depend on, but which rows of the texts they show.
  struct Look: Equatable, Sendable {
    let size: Size
    let repertoire: Repertoire
    let glyphs: ChromeGlyphs
    let columns: [CompareLayout.Column]
    let focus: Int?
    let texts: [Text]
  }

  /// A text as it is laid out and marked. Layouts are told apart by their memory, so an equal one counts as another.
  struct Text: Equatable, Sendable {
    let wrapped: WrappedText?
    let styles: [RoleSpan]
    let marks: [RoleSpan]

    static func == (left: Text, right: Text) -> Bool {
      guard let mine = left.wrapped, let theirs = right.wrapped else { return false }
      return mine.hasSameMemory(as: theirs) && left.styles == right.styles && left.marks == right.marks
    }
  }

  private var look: Look?
  private var lines = ShownLines()
  private var rows: [SurfaceRow] = []

  /// Puts rows of that look on the surface, from `top` down: those that are known as they are, the others as `draw` draws them.
  mutating func show(
    _ lines: ShownLines, look: Look, top: Int, on surface: inout Surface,
    draw: (_ line: Int, inout Surface) -> Void
  ) {
    let distance = look == self.look ? lines.distance(from: self.lines) : nil
    for line in 0..<lines.count where !takeOver(line, of: lines, from: distance, top: top, on: &surface) {
      draw(line, &surface)
    }
    (self.look, self.lines) = (look, lines)
    rows = (0..<lines.count).map { surface.row(top + $0) }
  }

  private func takeOver(
    _ line: Int, of lines: ShownLines, from distance: Int?, top: Int, on surface: inout Surface
  ) -> Bool {
    guard let distance, lines.shows(line, as: line + distance, of: self.lines) else { return false }
    return surface.take(rows[line + distance], asRow: top + line)
  }
}
