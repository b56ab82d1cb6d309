import Terminal

/// A row of the last frame beside the value that it shows. What is drawn depends on nothing but that value, so the row is
/// taken over for as long as the value is the same.
struct DrawnRow<Value: Equatable & Sendable>: Sendable {
  private struct Drawing: Sendable {
    let value: Value
    let repertoire: Repertoire
    let row: SurfaceRow
  }

  private var last: Drawing?

  /// - Parameter draw: Draws nothing but that row, and from the value alone.
  mutating func show(
    _ value: Value, inRow row: Int, of surface: inout Surface, draw: (Value, inout Surface) -> Void
  ) {
    guard surface.bounds.rows.contains(row) else { return }
    if let last, last.repertoire == surface.repertoire, last.value == value,
      surface.take(last.row, asRow: row)
    {
      return
    }
    draw(value, &surface)
    last = Drawing(value: value, repertoire: surface.repertoire, row: surface.row(row))
  }
}
