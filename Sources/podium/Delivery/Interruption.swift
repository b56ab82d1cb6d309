import Dispatch
import Foundation
import Synchronization

/// Lets a command that is asked to end come to an end of its own. Asked twice, it ends at once.
///
/// It listens from the moment it is made: what is to be done when somebody asks may be said later.
final class Interruption {
  private let sources: [any DispatchSourceSignal]
  private let request = Request()

  /// What is under way when the command is asked to end has so long.
  static let grace = Duration.seconds(5)

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  init() {
    sources = Self.signals.map { [request] number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        for number in Self.signals { signal(number, SIG_DFL) }
        request.come()
      }
      source.resume()
      return source
    }
  }

  /// Calls `action` when the command is asked to end, or now if it was.
  func handle(_ action: @escaping @Sendable () -> Void) {
    request.setAction(action)
  }

  /// Asked to end, begins to, and when that takes longer than a few seconds, cuts short what is left.
  func handle(_ begin: @escaping @Sendable () -> Void, cut: @escaping @Sendable () -> Void) {
    handle {
      begin()
      Task {
        try? await Task.sleep(for: Self.grace)
        cut()
      }
    }
  }

  func stop() {
    for source in sources { source.cancel() }
    for number in Self.signals { signal(number, SIG_DFL) }
  }
}

/// Whether somebody asked, and what is to be done then; one may be known before the other.
private final class Request: Sendable {
  private let state = Mutex((hasCome: false, action: (@Sendable () -> Void)?.none))

  func come() {
    let action = state.withLock { state in
      state.hasCome = true
      return state.action
    }
    action?()
  }

  func setAction(_ action: @escaping @Sendable () -> Void) {
    let hasCome = state.withLock { state in
      state.action = action
      return state.hasCome
    }
    if hasCome { action() }
  }
}
