/// A version as LangSmith's servers tell it, in the form of Python's PEP 440: `0.18.3`, `0.18.0rc1`, `1.0.dev3+local`.
public struct ServerVersion: Comparable, Sendable {
  /// As the server wrote it.
  public let text: String
  private let epoch: Int
  /// Without zeros at its end: `1.0` is `1`.
  private let release: [Int]
  /// Pre-releases, and what is in development, come before the release that they lead to.
  private let isEarly: Bool

  /// `nil` for what is no such version.
  public init?(_ text: String) {
    let pattern =
      /\s*v?(?:(\d+)!)?(\d+(?:\.\d+)*)([-_.]?(?:a|b|c|rc|alpha|beta|pre|preview)[-_.]?\d*)?((?:-\d+)|(?:[-_.]?(?:post|rev|r)[-_.]?\d*))?([-_.]?dev[-_.]?\d*)?(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?\s*/
    guard let match = try? pattern.ignoresCase().wholeMatch(in: text) else { return nil }
    let numbers = match.2.split(separator: ".").compactMap { Int($0) }
    guard numbers.count == match.2.split(separator: ".").count else { return nil }
    self.text = text
    epoch = match.1.flatMap { Int($0) } ?? 0
    release = Array(numbers.reversed().drop { $0 == 0 }.reversed())
    isEarly = match.3 != nil || match.5 != nil && match.4 == nil
  }

  public static func < (left: Self, right: Self) -> Bool {
    if left.epoch != right.epoch { return left.epoch < right.epoch }
    if left.release != right.release { return left.release.lexicographicallyPrecedes(right.release) }
    return left.isEarly && !right.isEarly
  }

  /// However they are spelled.
  public static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }
}
