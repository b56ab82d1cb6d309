import Testing

@testable import LabelingUI

@Suite("Block parser")
struct BlockParserTests {
  @Test func `cuts by what Markdown has for blocks`() {
    let text = """
      # Title
      One paragraph
      of two lines.

      - an item
        that goes on
      - another
      1. numbered
      > quoted
      > on
      | a | b |
      | 1 | 2 |
      ```swift
      let x = 1

      # no heading
      ```
      the end
      """
    #expect(
      kinds(text) == [
        .heading, .paragraph, .listItem, .listItem, .listItem, .quote, .tableRow, .tableRow, .code,
        .paragraph,
      ])
  }

  @Test func `code without an end goes on to the end`() {
    #expect(kinds("a\n~~~\n```\nb\n\nc") == [.paragraph, .code])
  }

  @Test func `blocks hold all tokens, each once`() {
    var samples = DifferenceSamples(seed: 3)
    for _ in 0..<50 {
      let (text, blocks) = parsed(samples.text(words: 200))
      #expect(blocks.flatMap(\.tokens) == Array(text.tokens.indices))
      for block in blocks {
        #expect(block.bytes.lowerBound <= text.bytes(of: block.tokens).lowerBound)
        #expect(block.bytes.upperBound >= text.bytes(of: block.tokens).upperBound)
      }
    }
  }

  private func kinds(_ text: String) -> [TextBlock.Kind] { parsed(text).1.map(\.kind) }

  private func parsed(_ text: String) -> (TokenizedText, [TextBlock]) {
    var vocabulary = Vocabulary()
    let text = TokenizedText(Array(text.utf8), vocabulary: &vocabulary)
    return (text, BlockParser.blocks(of: text))
  }
}
