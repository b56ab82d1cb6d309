import Synchronization

/// Stops a delivery, also one that is only about to begin.
final class DrainStop: Sendable {
  private struct State {
    var isRaised = false
    var action: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  @Sendable func raise() {
    state.withLock { state in
      state.isRaised = true
      return state.action
    }?()
  }

  func onRaise(_ action: @escaping @Sendable () -> Void) {
    let isRaised = state.withLock { state in
      state.action = action
      return state.isRaised
    }
    if isRaised { action() }
  }
}
