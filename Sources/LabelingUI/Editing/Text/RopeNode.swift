/// A piece of a text, or two parts of it side by side. A node never changes, so versions of a text share what they have in common.
///
/// The tree is balanced as an AVL tree: the heights of the two parts differ by one at most.
final class RopeNode: Sendable {
  enum Content: Sendable {
    case piece([UInt8])
    case parts(RopeNode, RopeNode)
  }

  /// A piece that grows beyond this is cut in two.
  static let mostBytes = 1024

  let content: Content
  let height: Int
  /// Bytes of UTF-8.
  let count: Int
  let lineFeeds: Int

  init(_ bytes: [UInt8]) {
    content = .piece(bytes)
    height = 0
    count = bytes.count
    lineFeeds = bytes.count { $0 == 0x0A }
  }

  private init(_ left: RopeNode, _ right: RopeNode) {
    content = .parts(left, right)
    height = max(left.height, right.height) + 1
    count = left.count + right.count
    lineFeeds = left.lineFeeds + right.lineFeeds
  }

  /// A balanced tree of bytes in order; `nil` if there are none.
  static func tree(_ bytes: ArraySlice<UInt8>) -> RopeNode? {
    if bytes.isEmpty { return nil }
    if bytes.count <= mostBytes { return RopeNode(Array(bytes)) }
    let middle = bytes.startIndex + bytes.count / 2
    return joined(tree(bytes[..<middle]), tree(bytes[middle...]))
  }
}

// MARK: - Joining and splitting

extension RopeNode {
  static func joined(_ left: RopeNode?, _ right: RopeNode?) -> RopeNode? {
    guard let left, left.count > 0 else { return right }
    guard let right, right.count > 0 else { return left }
    return join(left, right)
  }

  private static func join(_ left: RopeNode, _ right: RopeNode) -> RopeNode {
    if case .piece(let first) = left.content, case .piece(let second) = right.content,
      first.count + second.count <= mostBytes / 2
    {
      return RopeNode(first + second)
    }
    if left.height > right.height + 1, case .parts(let outer, let inner) = left.content {
      return balanced(outer, join(inner, right))
    }
    if right.height > left.height + 1, case .parts(let inner, let outer) = right.content {
      return balanced(join(left, inner), outer)
    }
    return RopeNode(left, right)
  }

  /// The two parts differ in height by two at most.
  private static func balanced(_ left: RopeNode, _ right: RopeNode) -> RopeNode {
    if left.height > right.height + 1, case .parts(let outer, let inner) = left.content {
      if outer.height >= inner.height { return RopeNode(outer, RopeNode(inner, right)) }
      if case .parts(let first, let second) = inner.content {
        return RopeNode(RopeNode(outer, first), RopeNode(second, right))
      }
    }
    if right.height > left.height + 1, case .parts(let inner, let outer) = right.content {
      if outer.height >= inner.height { return RopeNode(RopeNode(left, inner), outer) }
      if case .parts(let first, let second) = inner.content {
        return RopeNode(RopeNode(left, first), RopeNode(second, outer))
      }
    }
    return RopeNode(left, right)
  }

  func split(at offset: Int) -> (RopeNode?, RopeNode?) {
    if offset <= 0 { return (nil, self) }
    if offset >= count { return (self, nil) }
    switch content {
    case .piece(let bytes): return (RopeNode(Array(bytes[..<offset])), RopeNode(Array(bytes[offset...])))
    case .parts(let left, let right) where offset < left.count:
      let (first, second) = left.split(at: offset)
      return (first, Self.joined(second, right))
    case .parts(let left, let right):
      let (first, second) = right.split(at: offset - left.count)
      return (Self.joined(left, first), second)
    }
  }

  /// With a range that lies within one piece replaced in it; `nil` if it lies in several, or if nothing would be left.
  ///
  /// This is what a key does: it copies one piece and the way to it.
  func replacingWithinPiece(_ range: Range<Int>, with new: [UInt8]) -> RopeNode? {
    switch content {
    case .piece(var bytes):
      guard bytes.count - range.count + new.count > 0 else { return nil }
      bytes.replaceSubrange(range, with: new)
      return Self.tree(bytes[...])
    case .parts(let left, let right):
      if range.upperBound <= left.count {
        return left.replacingWithinPiece(range, with: new).map { Self.joined($0, right) ?? right }
      }
      guard range.lowerBound >= left.count else { return nil }
      let shifted = range.lowerBound - left.count..<range.upperBound - left.count
      return right.replacingWithinPiece(shifted, with: new).map { Self.joined(left, $0) ?? left }
    }
  }
}

// MARK: - Looking up

extension RopeNode {
  func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    let range = range.clamped(to: 0..<count)
    if range.isEmpty { return }
    switch content {
    case .piece(let own): bytes += own[range]
    case .parts(let left, let right):
      left.append(range, to: &bytes)
      if range.upperBound > left.count {
        right.append(max(0, range.lowerBound - left.count)..<range.upperBound - left.count, to: &bytes)
      }
    }
  }

  func lineFeeds(before offset: Int) -> Int {
    if offset <= 0 { return 0 }
    if offset >= count { return lineFeeds }
    switch content {
    case .piece(let bytes): return bytes[..<offset].count { $0 == 0x0A }
    case .parts(let left, let right):
      return offset <= left.count
        ? left.lineFeeds(before: offset) : left.lineFeeds + right.lineFeeds(before: offset - left.count)
    }
  }

  /// The offset behind the line feed of that number, counted from 1.
  func offset(behindLineFeed number: Int) -> Int {
    switch content {
    case .piece(let bytes):
      var left = number
      for (index, byte) in bytes.enumerated() where byte == 0x0A {
        left -= 1
        if left == 0 { return index + 1 }
      }
      return bytes.count
    case .parts(let left, let right):
      return number <= left.lineFeeds
        ? left.offset(behindLineFeed: number)
        : left.count + right.offset(behindLineFeed: number - left.lineFeeds)
    }
  }
}
