import Synchronization

/// Wakes one sleeper. Raised while nobody sleeps, it is kept for the next one.
final class WakeSignal: Sendable {
  private enum State {
    case idle
    case raised
    case waiting(CheckedContinuation<Void, Never>)
  }

  private let state = Mutex(State.idle)

  func raise() {
    let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard case .waiting(let waiter) = state else {
        state = .raised
        return nil
      }
      state = .idle
      return waiter
    }
    waiter?.resume()
  }

  /// Whether it was raised since somebody last slept or asked.
  func take() -> Bool {
    state.withLock { state in
      guard case .raised = state else { return false }
      state = .idle
      return true
    }
  }

  /// Returns when the signal is raised, at `time`, or when the task is cancelled. One task may wait at a
  /// time.
  func wait(until time: BootTime, clock: any SubmissionClock) async {
    let timer = Task {
      try await clock.sleep(until: time)
      raise()
    }
    defer { timer.cancel() }
    await withTaskCancellationHandler {
      await wait()
    } onCancel: {
      raise()
    }
  }

  private func wait() async {
    await withCheckedContinuation { continuation in
      let isRaised = state.withLock { state in
        if case .raised = state {
          state = .idle
          return true
        }
        state = .waiting(continuation)
        return false
      }
      if isRaised { continuation.resume() }
    }
  }
}
