import Synchronization

/// What is known of the server, asked when it is needed.
final class ServerProfile: Sendable {
  private struct State {
    var info: ServerInfo?
    var nextAsking: ContinuousClock.Instant?
    var hasNoBatches = false
    var isReadable: Bool?
  }

  private let state = Mutex(State())

  /// How soon a server that did not tell of itself is asked again.
  private static let patience = Duration.seconds(10)

  /// - Parameter ask: Brings what `GET /info` tells; `nil` if it does not answer so. What is not told is asked again
  ///   later: batches must not be off for good because a server was starting.
  func info(ask: () async -> ServerInfo?) async -> ServerInfo {
    let known = state.withLock { state -> ServerInfo? in
      if let info = state.info { return info }
      if let next = state.nextAsking, ContinuousClock.now < next { return .unknown }
      state.nextAsking = .now + Self.patience
      return nil
    }
    if let known { return known }
    let info = await ask()
    state.withLock { $0.info = info }
    return info ?? .unknown
  }

  var takesBatches: Bool { state.withLock { !$0.hasNoBatches } }

  func noteNoBatches() {
    state.withLock { $0.hasNoBatches = true }
  }

  /// - Parameter ask: Whether lists can be had; `nil` if that cannot be told now.
  func isReadable(ask: () async -> Bool?) async -> Bool {
    if let known = state.withLock(\.isReadable) { return known }
    let isReadable = await ask()
    state.withLock { $0.isReadable = isReadable }
    return isReadable ?? true
  }
}
