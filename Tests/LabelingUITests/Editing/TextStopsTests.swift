import Testing

@testable import LabelingUI

@Suite struct TextStopsTests {
  @Test(arguments: [
    ("abc", [0, 1, 2, 3]), ("e\u{301}x", [0, 3, 4]), ("👨‍👩‍👧!", [0, 18, 19]), ("a\r\nb", [0, 1, 3, 4]),
    ("🇩🇪🇫🇷", [0, 8, 16]),
    // What is hidden has a stop of its own, what is ordinary spelling does not.
    ("x\u{200D}y", [0, 1, 4, 5]), ("می\u{200C}خ", [0, 2, 7, 9]), ("a\u{202E}b", [0, 1, 4, 5]),
  ])
  func `stops are between characters and beside hidden ones`(text: String, stops: [Int]) {
    #expect(forward(TextRope(text)) == stops)
    #expect(backward(TextRope(text)) == stops)
  }

  @Test func `the way back has the stops of the way there`() {
    var generator = SplitMix(seed: 3)
    for _ in 0..<60 {
      let rope = TextRope(RandomEdits.text(120, &generator))
      let stops = forward(rope)
      #expect(backward(rope) == stops)
      let offset = generator.below(rope.count + 1)
      #expect(rope.stop(atOrBefore: offset) == stops.last { $0 <= offset })
    }
  }

  @Test func `a character of a thousand marks is one stop and its tokens`() {
    let rope = TextRope("a" + String(repeating: "\u{301}", count: 1000) + "b")
    #expect(rope.stop(before: rope.count) == rope.count - 1)
    #expect(rope.stop(before: rope.count - 1) > 0)
  }

  @Test func `no stop looks through all of a flood of marks`() {
    let rope = TextRope("a" + String(repeating: "\u{301}", count: 100_000) + "b")
    #expect(rope.stop(after: 0) == 1)
    #expect(rope.stop(after: 50_001) == 50_003)
    #expect(rope.stop(before: 150_001) == 149_999)
    #expect(rope.stop(atOrBefore: 150_001) == 150_001)
    #expect(rope.stop(before: rope.count) == rope.count - 1)
  }

  @Test func `words end where their script ends`() {
    let rope = TextRope("foo, bar_baz  日本語のテスト")
    #expect(ends(rope) == ["foo", "bar_baz", "日本語", "の", "テスト"])
  }

  private func ends(_ rope: TextRope) -> [String] {
    var words: [String] = []
    var offset = 0
    while offset < rope.count {
      let end = rope.wordEnd(after: offset)
      guard end > offset else { return words + ["no end"] }
      let start = rope.wordStart(before: end)
      words.append(rope.text(in: start..<end))
      offset = end
    }
    return words
  }

  /// Each stop is another one, or there would be no end.
  private func forward(_ rope: TextRope) -> [Int] {
    var stops = [0]
    while let last = stops.last, last < rope.count {
      let next = rope.stop(after: last)
      guard next > last else { return stops + [-1] }
      stops.append(next)
    }
    return stops
  }

  private func backward(_ rope: TextRope) -> [Int] {
    var stops = [rope.count]
    while let last = stops.last, last > 0 {
      let next = rope.stop(before: last)
      guard next < last else { return [-1] + stops.reversed() }
      stops.append(next)
    }
    return stops.reversed()
  }
}
