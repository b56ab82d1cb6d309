import FeedbackSubmission
import Foundation
import Synchronization

/// Tells on standard error how far delivery is: a bar on a terminal, a line now and then in a log.
final class SubmitReport: Sendable {
  private struct State {
    var display: ProgressReport
    var progress: SubmissionProgress?
    var pace = DeliveryPace()
    var shown: String?
    var ticker: Task<Void, Never>?
  }

  private let console: Console
  private let isWatching: Bool
  private let state: Mutex<State>

  /// What stands still is shown all the same, and the time left goes on.
  private static let tick = Duration.milliseconds(500)

  /// - Parameter isWatching: Whether delivery goes on for days: then every end of work is told, and every reason why it
  ///   stands still.
  init(console: Console, isWatching: Bool = false) {
    self.console = console
    self.isWatching = isWatching
    state = Mutex(State(display: ProgressReport(console: console, startedAt: Date())))
    let ticker = Task { [weak self] in
      while (try? await Task.sleep(for: Self.tick)) != nil { self?.refresh() }
    }
    state.withLock { $0.ticker = ticker }
  }

  /// What delivery was doing when it was last heard of.
  var condition: SubmissionProgress.Condition { state.withLock(\.progress?.condition) ?? .delivering }

  func show(_ progress: SubmissionProgress) {
    state.withLock { state in
      if isWatching, let reason = progress.condition.parkedReason,
        progress.condition != state.progress?.condition
      {
        state.display.clear()
        console.note("podium: \(reason); watching on")
      }
      state.progress = progress
      state.pace.note(ended: progress.counts.delivered + progress.counts.dead, at: Date())
      draw(&state, isUrgent: isWatching && progress.counts.waiting == 0)
    }
  }

  /// Says something beside the bar.
  func note(_ text: String) {
    state.withLock { state in
      state.display.clear()
      console.note(text)
    }
  }

  func finish() {
    state.withLock { state in
      state.ticker?.cancel()
      state.display.clear()
    }
  }

  private func refresh() {
    state.withLock { draw(&$0, isUrgent: false) }
  }

  private func draw(_ state: inout State, isUrgent: Bool) {
    guard let progress = state.progress else { return }
    let line = Self.line(for: progress, state.pace, hasBar: console.errorsAreTerminal)
    // A log needs no line twice.
    guard line != state.shown || console.errorsAreTerminal else { return }
    if state.display.show(line, at: Date(), isUrgent: isUrgent) { state.shown = line }
  }

  /// Such as `[#####-----] 24 saved · 12 delivered · 1 refused · 240/s · 0:05 left`.
  static func line(for progress: SubmissionProgress, _ pace: DeliveryPace, hasBar: Bool) -> String {
    let counts = progress.counts
    let total = counts.delivered + counts.waiting + counts.dead
    var parts = ["\(total) saved", "\(counts.delivered) delivered"]
    if counts.dead > 0 { parts.append("\(counts.dead) refused") }
    if let text = pace.text, counts.waiting > 0 { parts.append(text) }
    if let left = pace.timeLeft(for: counts.waiting) { parts.append(left) }
    if case .waiting(let reason?) = progress.condition { parts.append("trying again: \(reason)") }
    let line = parts.joined(separator: hasBar ? " · " : ", ")
    return hasBar ? "\(bar(done: total - counts.waiting, of: total)) \(line)" : line
  }

  private static func bar(done: Int, of total: Int) -> String {
    let filled = total > 0 ? width * done / total : width
    return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled) + "]"
  }

  private static let width = 10
}

extension SubmissionProgress.Condition {
  fileprivate var parkedReason: String? { if case .parked(let reason) = self { reason } else { nil } }
}
