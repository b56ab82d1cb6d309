import Foundation
import Synchronization

@testable import FeedbackSubmission

/// A clock on which every wait is over at once, and which remembers how long it would have been.
final class InstantClock: SubmissionClock {
  private let waits = Mutex<[Duration]>([])

  var pauses: [Duration] { waits.withLock { $0 } }

  func now() -> BootTime { .distantPast }

  func wallTime() -> Date { Date(timeIntervalSince1970: 0) }

  func sleep(until time: BootTime) async throws {
    try Task.checkCancellation()
    waits.withLock { $0.append(time - .distantPast) }
  }
}
