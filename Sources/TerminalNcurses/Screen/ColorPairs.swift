import Terminal

/// Curses' numbers for pairs of colors: handed out as asked for, as many as the terminal has.
struct ColorPairs {
  private struct Pair: Hashable {
    let foreground: Int32
    let background: Int32
  }

  /// The number curses gives the terminal's own colors.
  static let standard: Int32 = 0

  private let limit: Int
  private let set: (_ pair: Int32, _ foreground: Int32, _ background: Int32) -> Bool
  private var numbers: [Pair: Int32] = [:]

  /// - Parameters:
  ///   - limit: how many pairs the terminal has, the standard one included.
  ///   - set: makes a pair known to curses.
  init(limit: Int, set: @escaping (_ pair: Int32, _ foreground: Int32, _ background: Int32) -> Bool) {
    self.limit = limit
    self.set = set
  }

  /// The number of the pair (-1 is the terminal's own color), or the standard one's if no more can be had.
  mutating func number(foreground: Int32, background: Int32) -> Int32 {
    if foreground < 0 && background < 0 { return Self.standard }
    let pair = Pair(foreground: foreground, background: background)
    if let number = numbers[pair] { return number }
    let next = Int32(numbers.count + 1)
    guard next < limit, set(next, foreground, background) else { return Self.standard }
    numbers[pair] = next
    return next
  }

  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
  }
}
