import Terminal
import Testing

@testable import LabelingUI

@Suite struct PaneTitleTests {
  private func row(_ columns: Int, badges: [String]) -> String {
    var title = PaneTitle(label: "A", labelRole: .paneTitle)
    title.badges = badges
    var surface = Surface(size: Size(columns: columns, rows: 1), repertoire: .unicode)
    title.draw(on: &surface, in: surface.bounds, glyphs: ChromeGlyphs(for: .unicode))
    return surface.rowsOfText.first ?? ""
  }

  @Test func `of a badge that does not fit the sign stays, and what follows has the room`() {
    #expect(row(40, badges: ["1st", "✎ corrected", "draft"]).hasPrefix("─ A ─ 1st ─ ✎ corrected ─ draft ─"))
    #expect(row(24, badges: ["1st", "✎ corrected", "draft"]).hasPrefix("─ A ─ 1st ─ ✎ ─ draft ─"))
    #expect(!row(8, badges: ["2 of 3"]).contains("2"))
  }
}
