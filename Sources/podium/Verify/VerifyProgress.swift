import Foundation
import LangSmith
import Synchronization

/// Tells on standard error how far reading back is, and why it waits.
final class VerifyProgress: Sendable {
  private let console: Console
  private let report: Mutex<ProgressReport>

  init(console: Console) {
    self.console = console
    report = Mutex(ProgressReport(console: console, startedAt: Date()))
  }

  func show(_ line: @autoclosure () -> String) {
    report.withLock { _ = $0.show("verifying: \(line())", at: Date()) }
  }

  func show(_ pause: LangSmithClient.Pause) {
    guard pause.duration >= .seconds(2) else { return }
    let seconds = Int(pause.duration / .seconds(1))
    report.withLock { $0.clear() }
    console.note("podium: waiting \(seconds) s, then trying again: \(pause.error)")
  }

  func finish() {
    report.withLock { $0.clear() }
  }
}
