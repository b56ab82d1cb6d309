import Testing

@testable import LabelingUI

@Suite("Tokenizer")
struct TokenizerTests {
  @Test(arguments: [
    ("Don't panic, it's 3.14!", ["Don't", "panic", ",", "it's", "3.14", "!"]),
    ("空が青い", ["空", "が", "青", "い"]),
    ("a---b ...", ["a", "---", "b", "..."]),
    ("x = foo_bar(1,2);", ["x", "=", "foo_bar", "(", "1,2", ")", ";"]),
    ("e\u{301}t\u{E9} 👍🏽", ["e\u{301}t\u{E9}", "👍🏽"]),
    ("1. one", ["1", ".", "one"]),
    ("สวัสดี", ["ส", "วั", "ส", "ดี"]),
    (" \u{3000}\n\t", []),
  ])
  func `cuts at words, numbers, signs and ideographs`(text: String, tokens: [String]) {
    let (text, _) = tokenized(text)
    let found = text.tokens.map {
      String(decoding: text.bytes[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self)
    }
    #expect(found.map { Array($0.utf8) } == tokens.map { Array($0.utf8) })
  }

  @Test func `composed and decomposed letters are different words`() {
    let (text, _) = tokenized("\u{E9} e\u{301} \u{E9}")
    #expect(text.words[0] != text.words[1] && text.words[0] == text.words[2])
  }

  @Test func `case and plurals do not matter to terms`() {
    let (text, vocabulary) = tokenized("Model models MODEL's class")
    let terms = text.words.map { vocabulary.terms[Int($0)] }
    #expect(terms[0] == terms[1] && terms[1] == terms[2])
    #expect(Set(terms).count == 2)
  }

  @Test func `only blanks lie between tokens, whatever the bytes`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let source = Array(String(decoding: bytes, as: UTF8.self).utf8)
      var vocabulary = Vocabulary()
      let text = TokenizedText(source, vocabulary: &vocabulary)
      var end = 0
      for token in text.tokens {
        #expect(Int(token.lowerBound) >= end && !token.isEmpty)
        #expect(isBlank(source[end..<Int(token.lowerBound)]))
        end = Int(token.upperBound)
      }
      #expect(isBlank(source[end...]))
    }
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { ScalarClass.of($0) == .blank }
  }

  private func tokenized(_ text: String) -> (TokenizedText, Vocabulary) {
    var vocabulary = Vocabulary()
    let text = TokenizedText(Array(text.utf8), vocabulary: &vocabulary)
    return (text, vocabulary)
  }
}
