import Testing

@testable import LabelingUI

@Suite struct `Glyphs that only look the same` {
  private func ranges(_ texts: String...) -> [[Range<Int>]] {
    let unseen = unseen(texts) ?? .none
    return unseen.isEmpty ? texts.map { _ in [] } : unseen.ranges
  }

  private func unseen(_ texts: [String]) -> UnseenDifference? {
    UnseenDifference(texts.map { Array($0.utf8) })
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

  @Test func `are all that differs where texts are canonically the same`() throws {
    let composed = try #require(unseen(["caf\u{E9}", "cafe\u{301}"]))
    #expect(composed.isAll)
    let other = try #require(unseen(["caf\u{E9} b", "cafe\u{301} c"]))
    #expect(!other.isAll && !other.isEmpty)
  }

  @Test func `are not looked for any more where nobody waits`() {
    #expect(UnseenDifference([Array("e\u{301}".utf8)]) { true } == nil)
  }
}
