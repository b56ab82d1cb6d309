import Foundation
import LangSmith
import Synchronization

/// Tells on standard error how far reading from LangSmith is, and why it waits.
final class ReadingProgress: Sendable {
  private let activity: String
  private let console: Console
  private let report: Mutex<ProgressReport>

  /// - Parameter activity: What stands before each line, such as `pulling`.
  init(_ activity: String, console: Console) {
    self.activity = activity
    self.console = console
    report = Mutex(ProgressReport(console: console, startedAt: Date()))
  }

  func show(_ line: @autoclosure () -> String) {
    report.withLock { _ = $0.show("\(activity): \(line())", at: Date()) }
  }

  func show(_ pause: LangSmithClient.Pause) {
    if let sentence = PauseNote.sentence(pause) { note(sentence) }
  }

  func note(_ line: String) {
    report.withLock { report in
      report.clear()
      console.note(line)
    }
  }

  func finish() {
    report.withLock { $0.clear() }
  }
}
