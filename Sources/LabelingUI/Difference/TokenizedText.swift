/// A text cut into words, numbers, signs and ideographs. What lies between two tokens is blank.
struct TokenizedText {
  let bytes: [UInt8]
  /// Where each token stands, in bytes.
  let tokens: [Range<Int32>]
  /// The number of each token's word.
  let words: [Int32]

  init(_ bytes: [UInt8], vocabulary: inout Vocabulary) {
    var tokenizer = Tokenizer(count: bytes.count)
    bytes.withUnsafeBufferPointer { tokenizer.run($0, &vocabulary) }
    self.bytes = bytes
    tokens = tokenizer.tokens
    words = tokenizer.words
  }

  /// The bytes from the first of the tokens to the last.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens[first].lowerBound)..<Int(tokens[last].upperBound)
  }

  /// The tokens that lie in a stretch of bytes, at least in part.
  func tokens(in range: Range<Int>) -> Range<Int> {
    let first = token(after: range.lowerBound)
    return first..<max(first, min(tokens.count, token(after: range.upperBound - 1) + 1))
  }

  /// The first token that ends after a byte.
  func token(after byte: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].upperBound) > byte { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
