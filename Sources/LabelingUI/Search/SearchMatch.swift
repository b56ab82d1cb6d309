/// Where a search found something.
package struct SearchMatch: Equatable, Sendable {
  /// 0 for the prompt, 1 for the first run on the screen, and so on: the order in which matches are counted.
  package let pane: Int
  /// UTF-8 offsets in the pane's text.
  package let range: Range<Int>

  package init(pane: Int, range: Range<Int>) {
    self.pane = pane
    self.range = range
  }
}
