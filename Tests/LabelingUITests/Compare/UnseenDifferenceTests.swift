import Terminal
import Testing

@testable import LabelingUI

@Suite struct `Glyphs that only look the same` {
  private func ranges(_ texts: String...) -> [[Range<Int>]] {
    UnseenDifference(texts.map { SanitizedText($0) }).ranges
  }

  @Test func `are told in both texts`() {
    #expect(ranges("a 👍🏽.", "a 👍🏿.") == [[2..<10], [2..<10]])
    #expect(ranges("❤\u{FE0F} b", "❤ b") == [[0..<6], [0..<3]])
  }

  @Test func `are those that are composed otherwise`() {
    #expect(ranges("a \u{E9}.", "a e\u{301}.") == [[2..<4], [2..<5]])
    #expect(ranges("\u{AC00}.", "\u{1100}\u{1161}.") == [[0..<3], [0..<6]])
    #expect(ranges("e\u{301}", "e\u{301} e") == [[], []])
  }

  @Test func `are none where texts have the same glyphs, or others`() {
    #expect(ranges("👍🏽 a", "b 👍🏽") == [[], []])
    #expect(ranges("👍🏽", "❤\u{FE0F}") == [[], []])
    #expect(ranges("plain", "text") == [[], []])
  }

  @Test func `leave digits alone beside a keycap`() {
    #expect(ranges("1\u{FE0F}\u{20E3} 1", "1 1") == [[], []])
  }

  @Test func `are marked over what is marked already`() {
    var spans = [RoleSpan(range: 0..<10, role: .diffShared), RoleSpan(range: 20..<30, role: .diffShared)]
    spans.overlay([RoleSpan(range: 4..<6, role: .diffChanged), RoleSpan(range: 12..<14, role: .diffChanged)])
    #expect(spans.map(\.range) == [0..<4, 4..<6, 6..<10, 12..<14, 20..<30])
    #expect(spans.map(\.role) == [.diffShared, .diffChanged, .diffShared, .diffChanged, .diffShared])
  }
}
