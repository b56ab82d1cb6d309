import Testing

@testable import LabelingUI

@Suite("Refinement inside words")
struct WordRefinementTests {
  @Test(arguments: [
    ("colour", "color", "col|ou|r", "col|o|r"),
    ("scatters", "scattered", "scatter|s|", "scatter|ed|"),
    ("unhappy", "happy", "|unh|appy", "|h|appy"),
    ("größer", "größte", "größ|er|", "größ|te|"),
    ("cafe\u{301}s", "cafes", "caf|e\u{301}|s", "caf|e|s"),
    ("cafe\u{301}to", "cafexo", "caf|e\u{301}t|o", "caf|ex|o"),
  ])
  func `what both begin and end with is left out`(
    left: String, right: String, leftCut: String, rightCut: String
  ) throws {
    let refinement = try #require(WordRefinement(Array(left.utf8)[...], Array(right.utf8)[...]))
    #expect(cut(left, refinement).unicodeScalars.elementsEqual(leftCut.unicodeScalars))
    #expect(cut(right, refinement).unicodeScalars.elementsEqual(rightCut.unicodeScalars))
  }

  @Test(arguments: [
    ("day", "night"), ("far", "near"), ("The", "XThe"), ("are", "area"), ("1938", "1948"), ("an", "at"),
    ("3.14", "3.15"),
  ])
  func `words with little in common, short ones and numbers differ as a whole`(left: String, right: String) {
    let refinement = WordRefinement(Array(left.utf8)[...], Array(right.utf8)[...])
    #expect(refinement == nil)
  }

  private func cut(_ word: String, _ refinement: WordRefinement) -> String {
    let bytes = Array(word.utf8)
    let end = bytes.count - refinement.suffix
    return [bytes[..<refinement.prefix], bytes[refinement.prefix..<end], bytes[end...]]
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
  }
}
