import Preference
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite struct FinishScreenTests {
  private func text(total: Int, columns: Int, rows: Int) -> String {
    var surface = Surface(size: Size(columns: columns, rows: rows), repertoire: .unicode)
    let screen = FinishScreen(
      progress: RaterProgress(total: total, judged: total), delivery: DeliveryStatus(), keymap: Keymap())
    _ = screen.draw(on: &surface)
    return surface.rowsOfText.joined(separator: "\n").split(whereSeparator: { $0 == " " || $0 == "\n" })
      .joined(separator: " ")
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5)])
  func `how to leave shows on any screen`(columns: Int, rows: Int) {
    #expect(text(total: 3, columns: columns, rows: rows).hasSuffix("q leaves."))
    #expect(text(total: 1, columns: columns, rows: rows).hasSuffix("q leaves."))
  }

  @Test func `all of it shows where there is room`() {
    let words = text(total: 12, columns: 40, rows: 12)
    #expect(words.contains("All 12 comparisons are judged. Every judgment is on disk."))
    #expect(words.contains("[ goes back to look or to change your mind, q leaves."))
  }

  @Test func `one is one`() {
    #expect(text(total: 1, columns: 80, rows: 24).contains("The one comparison is judged."))
  }
}
