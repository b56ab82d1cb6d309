/// A text that is edited: bytes of UTF-8 in a balanced tree of short pieces. An edit costs the same in a short text and in
/// one of megabytes, and the version before it stays as it was, at no cost.
///
/// Offsets count bytes and lie between scalars; who edits sees to that.
package struct TextRope: Sendable {
  private var root: RopeNode?

  init(_ text: String = "") {
    root = RopeNode.tree(Array(text.utf8)[...])
  }

  private init(root: RopeNode?) {
    self.root = root
  }

  /// Bytes of UTF-8.
  var count: Int { root?.count ?? 0 }
  var isEmpty: Bool { count == 0 }
  /// At least one: the line behind the last line feed may be empty.
  var lineCount: Int { (root?.lineFeeds ?? 0) + 1 }
  var string: String { text(in: 0..<count) }
  var endsWithLineFeed: Bool { bytes(in: max(0, count - 1)..<count) == [0x0A] }

  func bytes(in range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    let range = range.clamped(to: 0..<count)
    bytes.reserveCapacity(range.count)
    root?.append(range, to: &bytes)
    return bytes
  }

  func text(in range: Range<Int>) -> String { String(decoding: bytes(in: range), as: UTF8.self) }

  func slice(_ range: Range<Int>) -> TextRope {
    TextRope(root: root?.split(at: range.upperBound).0?.split(at: range.lowerBound).1)
  }

  mutating func replace(_ range: Range<Int>, with new: String) {
    let bytes = Array(new.utf8)
    if bytes.count <= RopeNode.mostBytes, let changed = root?.replacingWithinPiece(range, with: bytes) {
      root = changed
    } else {
      replace(range, with: TextRope(root: RopeNode.tree(bytes[...])))
    }
  }

  mutating func replace(_ range: Range<Int>, with new: TextRope) {
    let head = root?.split(at: range.lowerBound).0
    let tail = root?.split(at: range.upperBound).1
    root = RopeNode.joined(RopeNode.joined(head, new.root), tail)
  }

  /// For the tests of its balance.
  var height: Int { root?.height ?? 0 }

  /// What is wrong with the tree; `nil` if nothing is.
  var flaw: String? { root?.flaw }
}

extension TextRope: Equatable {
  package static func == (left: TextRope, right: TextRope) -> Bool {
    if left.root === right.root { return true }
    return left.count == right.count && left.bytes(in: 0..<left.count) == right.bytes(in: 0..<right.count)
  }
}

// MARK: - Lines

extension TextRope {
  /// The line of an offset, counted from 0.
  func line(at offset: Int) -> Int { root?.lineFeeds(before: offset) ?? 0 }

  func start(ofLine line: Int) -> Int {
    guard line > 0, let root else { return 0 }
    return line > root.lineFeeds ? count : root.offset(behindLineFeed: line)
  }

  func lineStart(at offset: Int) -> Int { start(ofLine: line(at: offset)) }

  /// Where the line of an offset ends, before its line feed and the carriage return that may belong to it.
  func lineEnd(at offset: Int) -> Int {
    let line = line(at: offset)
    guard line + 1 < lineCount else { return count }
    let end = start(ofLine: line + 1) - 1
    let isPair = end > start(ofLine: line) && bytes(in: end - 1..<end) == [0x0D]
    return isPair ? end - 1 : end
  }

  /// Where the next line begins; the end of the text behind the last one.
  func nextLineStart(at offset: Int) -> Int { start(ofLine: line(at: offset) + 1) }
}

extension TextRope {
  /// Line and column, both counted from 1; columns count scalars, as editors and compilers do.
  func linePlace(of offset: Int) -> (line: Int, column: Int) {
    let start = lineStart(at: offset)
    return (line(at: offset) + 1, text(in: start..<scalarStart(atOrBefore: offset)).unicodeScalars.count + 1)
  }
}
