/// Tells line by line what is code: what stands between the fences that Markdown has for it, three backticks or tildes at
/// least. How far a fence is indented does not matter, for it may belong to a list.
struct CodeFence {
  typealias Line = Slice<UnsafeBufferPointer<TextElement>>

  private struct Fence {
    let mark: UInt32
    let length: Int
    /// Nothing follows it but blanks.
    let isBare: Bool
  }

  private var opening: Fence?

  /// Takes the next line; a fence is code as well.
  mutating func takes(_ line: Line) -> Bool {
    guard let fence = CodeFence.fence(of: line) else { return opening != nil }
    if let opening {
      if fence.isBare, fence.mark == opening.mark, fence.length >= opening.length { self.opening = nil }
    } else {
      opening = fence
    }
    return true
  }

  private static func fence(of line: Line) -> Fence? {
    guard let start = line.firstIndex(where: { !$0.isBlank }) else { return nil }
    let mark = line[start].code
    guard mark == 0x60 || mark == 0x7E else { return nil }
    let end = line[start...].firstIndex { $0.code != mark } ?? line.endIndex
    let rest = line[end...]
    // Backticks further on: a span of code in a sentence.
    guard end - start >= 3, mark == 0x7E || !rest.contains(where: { $0.code == mark }) else { return nil }
    return Fence(mark: mark, length: end - start, isBare: rest.allSatisfy(\.isBlank))
  }
}
