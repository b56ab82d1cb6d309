import Terminal

/// Emphasis, code and links inside a line. The stars and underscores of emphasis are left out, for the style shows it; code and
/// links keep their signs.
///
/// Models that repeat themselves write a thousand signs that open nothing. So what was looked for in vain behind one of them is
/// remembered for the next: the bytes looked at are few times those of the line, whatever stands in it.
struct MarkdownInline {
  private let source: [UInt8]
  private let line: Range<Int>
  /// Where each length of a run of backticks comes last; known from the first backtick on.
  private var lastTicks: [Int: Int]?
  /// No sign closes emphasis of that kind before there.
  private var unclosed: [Emphasis: Int] = [:]
  /// The next `]`, and the next `)`, from the place on at which they were looked for last.
  private var bracket = -1
  private var parenthesis = -1
  /// Bytes looked at, beside each of the line once.
  private(set) var effort = 0

  private struct Emphasis: Hashable {
    let sign: UInt8
    let length: Int
  }

  private typealias Span = (content: Range<Int>, end: Int, role: Role)

  init(_ source: [UInt8], _ line: Range<Int>) {
    self.source = source
    self.line = line
  }

  static func write(_ line: Range<Int>, of source: [UInt8], to renderer: inout MarkdownRenderer) {
    var inline = MarkdownInline(source, line)
    inline.write(to: &renderer)
    renderer.effort += inline.effort
  }

  private mutating func write(to renderer: inout MarkdownRenderer) {
    var (position, copied) = (line.lowerBound, line.lowerBound)
    while position < line.upperBound {
      guard let span = span(at: position) else {
        position = end(ofPlain: position)
        continue
      }
      renderer.copy(copied..<position)
      renderer.copy(span.content, role: span.role)
      (position, copied) = (span.end, span.end)
    }
    renderer.copy(copied..<line.upperBound)
  }

  private mutating func span(at position: Int) -> Span? {
    switch source[position] {
    case UInt8(ascii: "`"): code(at: position)
    case UInt8(ascii: "*"), UInt8(ascii: "_"): emphasis(at: position)
    case UInt8(ascii: "["): link(at: position)
    default: nil
    }
  }

  /// Behind signs that open nothing, which stand for themselves all together, or behind any other byte.
  private mutating func end(ofPlain position: Int) -> Int {
    switch source[position] {
    case UInt8(ascii: "\\"): position + 2
    case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"): position + run(at: position)
    default: position + 1
    }
  }

  private mutating func code(at start: Int) -> Span? {
    let length = run(at: start)
    guard let last = ticks[length], last > start else { return nil }
    var end = start + length
    while end <= last {
      effort += 1
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

  private var ticks: [Int: Int] {
    mutating get {
      if let lastTicks { return lastTicks }
      var ticks: [Int: Int] = [:]
      var position = line.lowerBound
      while position < line.upperBound {
        effort += 1
        let length = source[position] == UInt8(ascii: "`") ? run(at: position) : 0
        if length > 0 { ticks[length] = position }
        position += max(1, length)
      }
      lastTicks = ticks
      return ticks
    }
  }

  /// One sign is emphasis, two are strong. They stand at the border of a word, and nothing is emphasized twice.
  private mutating func emphasis(at start: Int) -> Span? {
    let length = run(at: start)
    guard length <= 2, isOpen(before: start), start + length < line.upperBound, !isBlank(start + length)
    else {
      return nil
    }
    let kind = Emphasis(sign: source[start], length: length)
    guard start >= unclosed[kind] ?? 0 else { return nil }
    var end = start + length
    while end < line.upperBound, source[end] != UInt8(ascii: "`") {
      effort += 1
      guard source[end] == kind.sign else {
        end += 1
        continue
      }
      let closing = run(at: end)
      if closing == length, !isBlank(end - 1), isOpen(after: end + closing) {
        return (start + length..<end, end + closing, length == 2 ? .mdStrong : .mdEmphasis)
      }
      end += closing
    }
    unclosed[kind] = end
    return nil
  }

  /// `[words](address)`
  private mutating func link(at start: Int) -> Span? {
    bracket = next(UInt8(ascii: "]"), from: start, known: bracket)
    guard bracket > start + 1, bracket + 1 < line.upperBound, source[bracket + 1] == UInt8(ascii: "(")
    else { return nil }
    parenthesis = next(UInt8(ascii: ")"), from: bracket, known: parenthesis)
    guard parenthesis < line.upperBound else { return nil }
    return (start..<parenthesis + 1, parenthesis + 1, .mdLink)
  }

  /// Where the byte stands next, or the end of the line. What is known from a place further ahead is still so.
  private mutating func next(_ byte: UInt8, from start: Int, known: Int) -> Int {
    guard known < start else { return known }
    let next = source[start..<line.upperBound].firstIndex(of: byte) ?? line.upperBound
    effort += next - start
    return next
  }

  private mutating func run(at start: Int) -> Int {
    let end = source[start..<line.upperBound].firstIndex { $0 != source[start] } ?? line.upperBound
    effort += end - start
    return end - start
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
