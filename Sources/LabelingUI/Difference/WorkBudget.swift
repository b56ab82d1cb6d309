/// How much work a comparison may take, in steps and not in time: the same texts always come to the same marks.
package struct WorkBudget {
  /// What comparing two texts of 200 KB takes with room to spare; about a quarter of a second when all of it is used.
  package static let ample = 40_000_000

  private static let pollInterval = 1 << 16

  private(set) var left: Int
  /// Steps were asked for that were not there.
  private(set) var isExhausted = false
  /// Nobody waits for the answer any more.
  private(set) var isCancelled = false
  private let poll: () -> Bool
  private var untilPoll = WorkBudget.pollInterval

  /// - Parameter poll: whether the work is to be given up; asked now and then.
  package init(steps: Int = WorkBudget.ample, poll: @escaping () -> Bool = { false }) {
    left = steps
    self.poll = poll
  }

  /// Asks at once whether the work is to be given up.
  mutating func isWanted() -> Bool {
    isCancelled = isCancelled || poll()
    return !isCancelled
  }

  /// Takes steps that are about to be done; `false` when they are not there, and must not be done.
  mutating func spend(_ steps: Int) -> Bool {
    untilPoll -= steps
    if untilPoll <= 0 {
      untilPoll = Self.pollInterval
      isCancelled = isCancelled || poll()
    }
    if left < steps { isExhausted = true }
    guard !isCancelled, left >= steps else { return false }
    left -= steps
    return true
  }
}
