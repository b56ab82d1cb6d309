/// What each row shows of the texts that stand side by side.
struct ShownLines<Part: Equatable & Sendable>: Equatable, Sendable {
  /// How many texts there are.
  private var texts = 1
  private var parts: [Part] = []

  init() {}

  /// - Parameter part: what a line shows of a text.
  init(lines: Int, texts: Int = 1, _ part: (_ line: Int, _ text: Int) -> Part) {
    self.texts = max(1, texts)
    parts.reserveCapacity(lines * texts)
    for line in 0..<max(0, lines) { for text in 0..<texts { parts.append(part(line, text)) } }
  }

  var count: Int { parts.count / texts }

  func shows(_ line: Int, as otherLine: Int, of other: ShownLines) -> Bool {
    guard texts == other.texts, otherLine >= 0, otherLine < other.count else { return false }
    return (0..<texts).allSatisfy { parts[line * texts + $0] == other.parts[otherLine * texts + $0] }
  }

  /// How much further down the first row stood that was there; `nil` if none was.
  func distance(from other: ShownLines) -> Int? {
    for line in 0..<count {
      if let before = (0..<other.count).first(where: { shows(line, as: $0, of: other) }) {
        return before - line
      }
    }
    return nil
  }
}
