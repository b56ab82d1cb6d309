import Synchronization

/// What is known of the server, asked when it is needed, and asked again after a while: programs run for days, and
/// servers are upgraded meanwhile.
final class ServerProfile: Sendable {
  typealias Instant = ContinuousClock.Instant

  private struct State {
    var info: ServerInfo?
    var nextAsking: Instant?
    var noBatchesUntil: Instant?
    var noCompressionUntil: Instant?
    /// Whether a compressed batch was ever taken.
    var hasTakenCompressed = false
    var isReadable: Bool?
    var readableUntil: Instant?
  }

  private let state = Mutex(State())
  private let now: @Sendable () -> Instant

  /// How soon a server that did not tell of itself is asked again.
  private static let patience = Duration.seconds(10)
  /// How long holds what it told.
  private static let lifetime = Duration.seconds(600)

  init(now: @escaping @Sendable () -> Instant = { .now }) {
    self.now = now
  }

  /// - Parameter ask: Brings what `GET /info` tells; `nil` if it does not answer so. What is not told is asked again
  ///   soon: batches must not be off for good because a server was starting.
  func info(ask: () async -> ServerInfo?) async -> ServerInfo {
    let now = now()
    let known = state.withLock { state -> ServerInfo? in
      if let next = state.nextAsking, now < next { return state.info ?? .unknown }
      state.nextAsking = now + Self.patience
      return nil
    }
    if let known { return known }
    let told = await ask()
    // Counted from the answer: a server that lets everybody wait would be asked all the time.
    let end = self.now()
    return state.withLock { state in
      state.info = told ?? state.info
      state.nextAsking = end + (told == nil ? Self.patience : Self.lifetime)
      return state.info ?? .unknown
    }
  }

  var takesBatches: Bool {
    let now = now()
    return state.withLock { state in state.noBatchesUntil.map { now >= $0 } ?? true }
  }

  func noteNoBatches() {
    let end = now() + Self.lifetime
    state.withLock { $0.noBatchesUntil = end }
  }

  /// Whether batches are to be compressed: the server says that it takes them so, and nothing speaks against it.
  var compresses: Bool {
    let now = now()
    return state.withLock { state in
      state.info?.takesZstandard ?? false && state.noCompressionUntil.map { now >= $0 } ?? true
    }
  }

  /// What `GET /info` says need not hold for what stands in front of the server. Until one was taken, a compressed
  /// batch that is refused may have been refused for that.
  func noteCompressed(answeredWith status: Int) {
    let end = now() + Self.lifetime
    state.withLock { state in
      if 200..<300 ~= status { state.hasTakenCompressed = true }
      guard !state.hasTakenCompressed, [400, 415, 422].contains(status) else { return }
      state.noCompressionUntil = end
    }
  }

  /// - Parameter ask: Whether lists can be had; `nil` if that cannot be told now.
  func isReadable(ask: () async -> Bool?) async -> Bool {
    let now = now()
    let known = state.withLock { state in
      state.readableUntil.map { now < $0 } ?? false ? state.isReadable : nil
    }
    if let known { return known }
    guard let isReadable = await ask() else { return state.withLock(\.isReadable) ?? true }
    state.withLock { state in
      state.isReadable = isReadable
      state.readableUntil = now + Self.lifetime
    }
    return isReadable
  }
}
