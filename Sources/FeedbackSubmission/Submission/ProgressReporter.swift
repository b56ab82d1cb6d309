import Synchronization

/// Tells an observer what is new, and not more often than eyes can follow.
final class ProgressReporter: Sendable {
  private let observer: Submitter.Observer
  private let last = Mutex<(progress: SubmissionProgress, time: BootTime)?>(nil)

  private static let interval = Duration.milliseconds(100)

  init(observer: @escaping Submitter.Observer) {
    self.observer = observer
  }

  func isDue(at now: BootTime) -> Bool {
    last.withLock { last in last.map { $0.time + Self.interval <= now } ?? true }
  }

  func report(_ progress: SubmissionProgress, at now: BootTime) {
    let isNew = last.withLock { last in
      defer { last = (progress, now) }
      return last?.progress != progress
    }
    if isNew { observer(progress) }
  }
}
