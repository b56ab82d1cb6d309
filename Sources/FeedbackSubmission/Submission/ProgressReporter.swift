import Synchronization

/// Tells an observer what is new, and not more often than eyes can follow.
final class ProgressReporter: Sendable {
  private struct State {
    var progress: SubmissionProgress?
    var nextReport = BootTime.distantPast
  }

  private let observer: Submitter.Observer?
  private let state = Mutex(State())

  private static let interval = Duration.milliseconds(100)
  /// So many times as long as it took to count, nothing is counted.
  private static let rest = 20

  /// - Parameter observer: `nil` if nobody looks.
  init(observer: Submitter.Observer?) {
    self.observer = observer
  }

  func isDue(at now: BootTime) -> Bool {
    observer != nil && state.withLock { $0.nextReport <= now }
  }

  /// Something else was told meanwhile: what comes next is news, whatever it is.
  func forget() { state.withLock { $0.progress = nil } }

  func report(_ progress: SubmissionProgress, countedSince start: BootTime, at now: BootTime) {
    let isNew = state.withLock { state in
      defer { state.progress = progress }
      state.nextReport = now + max(Self.interval, (now - start) * Self.rest)
      return state.progress != progress
    }
    if isNew { observer?(progress) }
  }
}
