/// All that a terminal shows at one moment.
package struct Frame: Equatable, Sendable {
  package var surface: Surface
  /// Where the real cursor stands, so that screen readers and input methods follow the focus.
  package var cursor: Position
  package var isCursorVisible: Bool
  /// The terminal's title; sanitized by whoever shows it.
  package var title: String
  /// How far the work is, in percent, for terminals that show it beside the title; `nil` if nothing is to be shown.
  package var progress: Int?

  package init(
    surface: Surface, cursor: Position, isCursorVisible: Bool = false, title: String = "podium",
    progress: Int? = nil
  ) {
    self.surface = surface
    self.cursor = cursor
    self.isCursorVisible = isCursorVisible
    self.title = title
    self.progress = progress
  }
}
