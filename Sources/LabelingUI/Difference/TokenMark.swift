/// A mark while it is still told in tokens.
struct TokenMark: Equatable {
  let tokens: Range<Int>
  let kind: DifferenceMark.Kind
}

extension [TokenMark] {
  func marks(in text: TokenizedText) -> [DifferenceMark] {
    compactMap { mark in
      mark.tokens.isEmpty ? nil : DifferenceMark(range: text.bytes(of: mark.tokens), kind: mark.kind)
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
