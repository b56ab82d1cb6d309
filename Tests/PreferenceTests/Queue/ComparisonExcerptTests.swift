import Testing

@testable import Preference

@Suite struct ComparisonExcerptTests {
  @Test func `blanks are one blank, and controls stay, to be spelled where they are shown`() {
    #expect(Comparison.excerpt(of: " a \r\n\t b\u{1B}[2J\u{0}c") == "a b\u{1B}[2J c")
  }

  @Test func `no more is read than a list shows`() {
    let excerpt = Comparison.excerpt(of: String(repeating: "word ", count: 1000))
    #expect(excerpt.unicodeScalars.count == Comparison.excerptLength)
  }
}
