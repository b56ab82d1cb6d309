/// A text with its blocks, or with some that follow one another: then all that is said of it is said of these.
struct BlockText {
  let text: TokenizedText
  let blocks: [TextBlock]

  init(_ text: TokenizedText) {
    self.init(text, BlockParser.blocks(of: text))
  }

  private init(_ text: TokenizedText, _ blocks: [TextBlock]) {
    self.text = text
    self.blocks = blocks
  }

  /// The blocks between two places, in bytes; those that go on beyond are cut.
  func part(_ range: Range<Int>) -> BlockText {
    let wanted = text.tokens(in: range)
    return BlockText(text, blocks.compactMap { cut($0, to: wanted) })
  }

  private func cut(_ block: TextBlock, to wanted: Range<Int>) -> TextBlock? {
    let tokens = block.tokens.clamped(to: wanted)
    guard !tokens.isEmpty, tokens != block.tokens else { return tokens.isEmpty ? nil : block }
    let (rest, all) = (text.bytes(of: tokens), block.tokens)
    let start = tokens.lowerBound == all.lowerBound ? block.bytes.lowerBound : rest.lowerBound
    let end = tokens.upperBound == all.upperBound ? block.bytes.upperBound : rest.upperBound
    return TextBlock(kind: block.kind, bytes: start..<end, tokens: tokens)
  }

  /// From the first block to the last.
  var tokens: Range<Int> {
    guard let first = blocks.first, let last = blocks.last else { return 0..<0 }
    return first.tokens.lowerBound..<last.tokens.upperBound
  }

  /// The same in bytes.
  var bytes: Range<Int> {
    guard let first = blocks.first, let last = blocks.last else { return 0..<0 }
    return first.bytes.lowerBound..<last.bytes.upperBound
  }

  func tokens(of blocks: Range<Int>) -> Range<Int> {
    self.blocks[blocks.lowerBound].tokens.lowerBound..<self.blocks[blocks.upperBound - 1].tokens.upperBound
  }

  /// Equal for blocks with the same words.
  func fingerprints() -> [UInt64] {
    blocks.map { Fingerprint.of(text.words[$0.tokens]) }
  }
}
