import Foundation
import Synchronization

@testable import FeedbackSubmission

/// A clock that jumps to where it is asked to wait for.
final class VirtualClock: SubmissionClock {
  private let time: Mutex<BootTime>

  init(_ time: BootTime = BootTime(milliseconds: 1_000_000)) {
    self.time = Mutex(time)
  }

  func now() -> BootTime { time.withLock { $0 } }

  func wallTime() -> Date { Date(timeIntervalSince1970: 1_767_323_045 + Double(now().milliseconds) / 1000) }

  func sleep(until time: BootTime) async throws {
    try Task.checkCancellation()
    advance(to: time)
  }

  func advance(to time: BootTime) {
    self.time.withLock { $0 = max($0, time) }
  }
}
