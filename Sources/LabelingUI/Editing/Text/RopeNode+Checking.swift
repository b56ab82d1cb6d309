/// What a tree promises, looked at from outside: for tests, which then fail where it was broken and not where it is felt.
extension RopeNode {
  var flaw: String? {
    switch content {
    case .piece(let bytes):
      if bytes.isEmpty { return "a piece is empty" }
      if bytes.count > Self.mostBytes { return "a piece has \(bytes.count) bytes" }
      if height != 0 { return "a piece has the height \(height)" }
      if count != bytes.count { return "a piece of \(bytes.count) bytes counts \(count)" }
      return lineFeeds == bytes.count { $0 == 0x0A } ? nil : "a piece counts \(lineFeeds) line feeds"
    case .parts(let left, let right):
      if let flaw = left.flaw ?? right.flaw { return flaw }
      if abs(left.height - right.height) > 1 { return "parts of heights \(left.height), \(right.height)" }
      if height != max(left.height, right.height) + 1 { return "a height is \(height)" }
      if count != left.count + right.count {
        return "parts of \(left.count) and \(right.count) count \(count)"
      }
      return lineFeeds == left.lineFeeds + right.lineFeeds ? nil : "line feeds are \(lineFeeds)"
    }
  }
}
