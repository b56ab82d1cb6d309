import Terminal

/// Rows of texts as they were drawn last. Scrolling moves most of them and changes none, so a row that is shown again, at whatever
/// height, is taken over.
///
/// A row depends on a look, which is that of all rows, and on the parts of the texts that it shows.
struct DrawnRows<Look: Equatable & Sendable, Part: Equatable & Sendable>: Sendable {
  private var look: Look?
  private var lines = ShownLines<Part>()
  private var rows: [SurfaceRow] = []

  /// Puts rows of that look on the surface, from `top` down: those that are known as they are, the others as `draw` draws them.
  mutating func show(
    _ lines: ShownLines<Part>, look: Look, top: Int, on surface: inout Surface,
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
    _ line: Int, of lines: ShownLines<Part>, from distance: Int?, top: Int, on surface: inout Surface
  ) -> Bool {
    guard let distance, lines.shows(line, as: line + distance, of: self.lines) else { return false }
    return surface.take(rows[line + distance], asRow: top + line)
  }
}

/// A text as it is laid out and marked. Layouts are told apart by their memory, so an equal one counts as another.
struct ShownText: Equatable, Sendable {
  let wrapped: WrappedText?
  let styles: [RoleSpan]
  let marks: [RoleSpan]

  init(_ pane: TextPane) {
    (wrapped, styles, marks) = (pane.wrapped, pane.styles, pane.marks)
  }

  init(wrapped: WrappedText?, styles: [RoleSpan] = [], marks: [RoleSpan] = []) {
    (self.wrapped, self.styles, self.marks) = (wrapped, styles, marks)
  }

  static func == (left: ShownText, right: ShownText) -> Bool {
    guard let mine = left.wrapped, let theirs = right.wrapped else { return false }
    return mine.hasSameMemory(as: theirs) && left.styles == right.styles && left.marks == right.marks
  }
}
