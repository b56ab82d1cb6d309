import Terminal

/// Emphasis, code and links inside a line. The stars and underscores of emphasis are left out, for the style shows it; code and
/// links keep their signs.
struct MarkdownInline {
  private let source: [UInt8]
  private let line: Range<Int>

  init(_ source: [UInt8], _ line: Range<Int>) {
    self.source = source
    self.line = line
  }

  func write(to renderer: inout MarkdownRenderer) {
    var (position, copied) = (line.lowerBound, line.lowerBound)
    while position < line.upperBound {
      guard let span = span(at: position) else {
        position += source[position] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      renderer.copy(copied..<position)
      renderer.copy(span.content, role: span.role)
      (position, copied) = (span.end, span.end)
    }
    renderer.copy(copied..<line.upperBound)
  }

  private typealias Span = (content: Range<Int>, end: Int, role: Role)

  private func span(at position: Int) -> Span? {
    switch source[position] {
    case UInt8(ascii: "`"): code(at: position)
    case UInt8(ascii: "*"), UInt8(ascii: "_"): emphasis(at: position)
    case UInt8(ascii: "["): link(at: position)
    default: nil
    }
  }

  private func code(at start: Int) -> Span? {
    let length = run(at: start)
    var end = start + length
    while end < line.upperBound {
      guard source[end] == source[start] else {
        end += 1
        continue
      }
      let closing = run(at: end)
      if closing == length { return (start..<end + closing, end + closing, .mdCode) }
      end += closing
    }
    return nil
  }

  /// One sign is emphasis, two are strong. They stand at the border of a word, and nothing is emphasized twice.
  private func emphasis(at start: Int) -> Span? {
    let length = run(at: start)
    guard length <= 2, isOpen(before: start), start + length < line.upperBound, !isBlank(start + length)
    else {
      return nil
    }
    var end = start + length
    while end < line.upperBound {
      if source[end] == UInt8(ascii: "`") { return nil }
      guard source[end] == source[start] else {
        end += 1
        continue
      }
      let closing = run(at: end)
      if closing == length, !isBlank(end - 1), isOpen(after: end + closing) {
        return (start + length..<end, end + closing, length == 2 ? .mdStrong : .mdEmphasis)
      }
      end += closing
    }
    return nil
  }

  /// `[words](address)`
  private func link(at start: Int) -> Span? {
    guard let middle = source[start..<line.upperBound].firstIndex(of: UInt8(ascii: "]")), middle > start + 1,
      middle + 1 < line.upperBound, source[middle + 1] == UInt8(ascii: "("),
      let end = source[middle..<line.upperBound].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return (start..<end + 1, end + 1, .mdLink)
  }

  private func run(at start: Int) -> Int {
    (source[start..<line.upperBound].firstIndex { $0 != source[start] } ?? line.upperBound) - start
  }

  private func isBlank(_ position: Int) -> Bool { source[position] <= 0x20 }

  private func isOpen(before position: Int) -> Bool {
    position == line.lowerBound || !isWord(source[position - 1])
  }

  private func isOpen(after position: Int) -> Bool {
    position >= line.upperBound || !isWord(source[position])
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "*"): true
    default: false
    }
  }
}
