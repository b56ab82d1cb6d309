import Testing

@testable import LabelingUI

@Suite struct TextRopeTests {
  /// Stops at the first edit that breaks anything: a broken tree may be slow without end.
  @Test func `random edits give what an array of bytes gives`() throws {
    var generator = SplitMix(seed: 7)
    for round in 0..<6 {
      var rope = TextRope(RandomEdits.text(round % 2 == 0 ? 40 : 6000, &generator))
      var model = Array(rope.string.utf8)
      for step in 0..<1200 {
        let (first, second) = (generator.below(model.count + 1), generator.below(model.count + 1))
        let start = rope.scalarStart(atOrBefore: min(first, second))
        let length = step % 3 == 0 ? abs(first - second) / 8 : generator.below(4)
        let end = rope.scalarStart(atOrBefore: min(model.count, start + length))
        let new = RandomEdits.text(step % 50 == 0 ? 3000 : generator.below(5), &generator)
        rope.replace(start..<max(start, end), with: new)
        model.replaceSubrange(start..<max(start, end), with: Array(new.utf8))
        try #require(rope.flaw == nil && rope.count == model.count)
        if step % 40 == 0 { try expectSame(rope, model, &generator) }
      }
      try expectSame(rope, model, &generator)
    }
  }

  private func expectSame(_ rope: TextRope, _ model: [UInt8], _ generator: inout SplitMix) throws {
    try #require(rope.bytes(in: 0..<rope.count) == model)
    let feeds = model.indices.filter { model[$0] == 0x0A }
    try #require(rope.lineCount == feeds.count + 1)
    let offset = generator.below(model.count + 1)
    try #require(rope.line(at: offset) == feeds.count { $0 < offset })
    let line = generator.below(feeds.count + 1)
    try #require(rope.start(ofLine: line) == (line == 0 ? 0 : feeds[line - 1] + 1))
    let (low, high) = (min(offset, model.count / 2), max(offset, model.count / 2))
    let slice = rope.slice(low..<high)
    try #require(slice.flaw == nil && slice.bytes(in: 0..<high - low) == Array(model[low..<high]))
  }

  @Test func `the tree stays flat however the text came about`() throws {
    var typed = TextRope()
    for index in 0..<60_000 {
      typed.replace(index..<index, with: "x")
      try #require(typed.count == index + 1 && typed.height <= 12)
    }
    #expect(typed.height <= 12)
    var joined = TextRope()
    for _ in 0..<2000 {
      joined.replace(0..<0, with: TextRope(String(repeating: "y", count: 700)))
      try #require(joined.height <= 18)
    }
    #expect(typed.flaw == nil && joined.flaw == nil)
    #expect(joined.count == 1_400_000)
    #expect(joined.height <= 18)
  }

  @Test func `a version before an edit stays as it was`() {
    var rope = TextRope("one two")
    let before = rope
    rope.replace(3..<3, with: " and a half,")
    #expect(before.string == "one two")
    #expect(rope.string == "one and a half, two")
  }

  @Test func `a carriage return before a line feed belongs to the line's end`() {
    let rope = TextRope("ab\r\ncd\n\r\n")
    #expect((0..<rope.lineCount).map { rope.lineEnd(at: rope.start(ofLine: $0)) } == [2, 6, 7, 9])
  }
}

/// SplitMix64, so that a failure comes back.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}

/// Texts of all that makes editing hard.
enum RandomEdits {
  private static let parts = [
    "a", "b ", "word ", "\n", "\r\n", "\t", "é", "e\u{301}", "\u{301}", "日本", "語", "👨‍👩‍👧", "👍🏽", "🇩🇪", "שלום ",
    "مرحبا", "می\u{200C}خواهم", "ก็", "\u{200B}", "\u{202E}", "\u{1B}[31m", "नमस्ते", "…", "—", "x\u{200D}y",
    "\r",
  ]

  static func text(_ count: Int, _ generator: inout SplitMix) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<count { text.append(contentsOf: parts[generator.below(parts.count)].unicodeScalars) }
    return String(text)
  }
}
