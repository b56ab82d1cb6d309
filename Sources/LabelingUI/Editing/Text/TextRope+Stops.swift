import Terminal

/// Where a cursor can stand: between what people see as characters, and beside each hidden character that is shown as a token.
extension TextRope {
  /// Most clusters are a few bytes; where one is longer, more is looked at.
  private static let reach = 256
  /// Nobody sees a cluster in more than this, a flood of marks on one letter, and each scalar of it is a stop.
  private static let longestCluster = 4096

  func stop(after offset: Int) -> Int {
    guard offset < count else { return count }
    var reach = Self.reach
    while true {
      let end = scalarStart(atOrBefore: min(count, offset + reach))
      let text = text(in: offset..<end)
      let length = text.first?.utf8.count ?? 0
      if length < text.utf8.count || end == count {
        return offset + (tokens(offset..<offset + length).first ?? max(1, length))
      }
      if reach >= Self.longestCluster { return offset + (text.unicodeScalars.first?.utf8.count ?? 1) }
      reach *= 4
    }
  }

  func stop(before offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    var reach = Self.reach
    while true {
      let start = scalarStart(atOrBefore: max(0, offset - reach))
      let text = text(in: start..<offset)
      let length = text.last?.utf8.count ?? 0
      if length < text.utf8.count || start == 0 {
        let cluster = offset - max(1, length)
        return cluster + (tokens(cluster..<offset).last ?? 0)
      }
      if reach >= Self.longestCluster { return offset - (text.unicodeScalars.last?.utf8.count ?? 1) }
      reach *= 4
    }
  }

  /// The last stop that is not behind an offset.
  func stop(atOrBefore offset: Int) -> Int {
    let offset = max(0, min(offset, count))
    guard offset < count else { return count }
    return stop(before: stop(after: scalarStart(atOrBefore: offset)))
  }

  func scalarStart(atOrBefore offset: Int) -> Int {
    guard offset < count else { return count }
    var offset = offset
    while offset > 0, let byte = bytes(in: offset..<offset + 1).first, byte & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// Where tokens begin inside a cluster, in bytes from its beginning.
  private func tokens(_ cluster: Range<Int>) -> [Int] {
    guard cluster.count > 1 else { return [] }
    // What follows decides whether a joiner is hidden.
    let end = min(count, cluster.upperBound + 8)
    let text = text(in: cluster.lowerBound..<scalarStart(atOrBefore: end))
    return SanitizedText(text).tokenOffsets.filter { $0 > 0 && $0 < cluster.count }
  }
}
