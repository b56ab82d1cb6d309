import Foundation

/// The time by which leases and pauses are measured, and the time on the wall.
package protocol SubmissionClock: Sendable {
  func now() -> BootTime
  func wallTime() -> Date
  /// Returns at `time`, or throws when the task is cancelled.
  func sleep(until time: BootTime) async throws
}

package struct SystemClock: SubmissionClock {
  package init() {}

  package func now() -> BootTime {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return BootTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  package func wallTime() -> Date { Date() }

  package func sleep(until time: BootTime) async throws {
    try await Task.sleep(for: time - now())
  }
}
