/// A mark while it is still told in tokens.
struct TokenMark: Equatable {
  let tokens: Range<Int>
  let kind: DifferenceMark.Kind
  /// Only this much within the tokens, where what they begin and end with is the same in the other run; in bytes.
  var within = Trim()

  struct Trim: Equatable {
    var prefix = 0
    var suffix = 0
  }
}

extension [TokenMark] {
  func marks(in text: TokenizedText) -> [DifferenceMark] {
    compactMap { mark in
      let range = text.bytes(of: mark.tokens)
      let (start, end) = (range.lowerBound + mark.within.prefix, range.upperBound - mark.within.suffix)
      return start < end ? DifferenceMark(range: start..<end, kind: mark.kind) : nil
    }
  }
}

extension Collection where Index == Int {
  /// The stretches of indices whose elements satisfy a condition.
  func stretches(where isIn: (Element) -> Bool) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start: Int?
    for index in indices {
      if isIn(self[index]) {
        start = start ?? index
      } else if let first = start {
        stretches.append(first..<index)
        start = nil
      }
    }
    if let start { stretches.append(start..<endIndex) }
    return stretches
  }
}
