import Dispatch
import Foundation
import Synchronization

/// Lets a command that is asked to end come to an end of its own. Asked twice, it ends at once.
///
/// It listens from the moment it is made: what is to be done when somebody asks may be said later.
final class Interruption {
  private let sources: [any DispatchSourceSignal]
  private let found: [FoundAction]
  private let request = Request()

  /// What is under way when the command is asked to end has so long.
  static let grace = Duration.seconds(5)

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  init() {
    // What is ignored already, as under nohup, is not meant for us.
    let found = Self.signals.compactMap(FoundAction.init(ignoring:))
    self.found = found
    sources = found.map { [request] action in
      let source = DispatchSource.makeSignalSource(signal: action.number)
      source.setEventHandler {
        for action in found { action.restore() }
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
    for action in found { action.restore() }
  }
}

/// What a signal did before it was taken over.
private struct FoundAction: Sendable {
  let number: Int32
  /// Its address: functions cannot be compared.
  private let handler: Int

  /// Ignores the signal from now on; `nil` if it was ignored before.
  init?(ignoring number: Int32) {
    self.number = number
    handler = unsafeBitCast(signal(number, SIG_IGN), to: Int.self)
    if handler == unsafeBitCast(SIG_IGN, to: Int.self) { return nil }
  }

  func restore() { signal(number, unsafeBitCast(handler, to: __sighandler_t?.self)) }
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
