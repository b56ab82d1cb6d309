import Foundation

/// Tells on standard error how far a long command is: on one line of a terminal, or now and then a line in a log.
struct ProgressReport {
  private let console: Console
  private let started: Date
  private var lastShown: Date?
  private let interval: TimeInterval

  init(console: Console, startedAt now: Date) {
    self.console = console
    started = now
    interval = console.errorsAreTerminal ? 0.1 : 5
  }

  /// Shows `line`, unless the command is younger than a second or another line was shown just now.
  ///
  /// - Parameter isUrgent: Shows it in any case.
  /// - Returns: Whether it was shown.
  @discardableResult
  mutating func show(_ line: @autoclosure () -> String, at now: Date, isUrgent: Bool = false) -> Bool {
    let isDue =
      lastShown.map { now.timeIntervalSince($0) >= interval } ?? (now.timeIntervalSince(started) >= 1)
    guard isDue || isUrgent else { return false }
    lastShown = now
    if console.errorsAreTerminal { console.redraw(line()) } else { console.note(line()) }
    return true
  }

  /// Takes the line away, so that something else can be written.
  func clear() {
    if lastShown != nil, console.errorsAreTerminal { console.redraw("") }
  }
}
