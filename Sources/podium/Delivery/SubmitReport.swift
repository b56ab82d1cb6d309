import FeedbackSubmission
import Foundation
import Synchronization

/// Tells on standard error how far delivery is.
final class SubmitReport: Sendable {
  private let progress: Mutex<ProgressReport>

  init(console: Console) {
    progress = Mutex(ProgressReport(console: console, startedAt: Date()))
  }

  func show(_ state: SubmissionProgress) {
    progress.withLock { $0.show(Self.line(for: state), at: Date()) }
  }

  func finish() {
    progress.withLock { $0.clear() }
  }

  /// Such as `[##########----------] 12 of 24 delivered`.
  static func line(for state: SubmissionProgress) -> String {
    let counts = state.counts
    let total = counts.delivered + counts.waiting + counts.dead
    let filled = total > 0 ? width * (total - counts.waiting) / total : width
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
    let pause = if case .waiting(let reason?) = state.condition { "; trying again: \(reason)" } else { "" }
    return "[\(bar)] \(counts.delivered) of \(total) delivered\(pause)"
  }

  private static let width = 20
}
