import Foundation
import Synchronization

/// An HTTP server on this machine that answers as a test tells it to, misbehavior included.
///
/// Each connection has a thread of its own and is kept alive. Answers are sent without Nagle's delay and in
/// one write, so that times mean something.
package final class LoopbackServer: Sendable {
  package let port: UInt16
  private let listener: Int32
  private let handler: @Sendable (LoopbackRequest) -> LoopbackReply
  private let keepsRequests: Bool
  private let state = Mutex(State())

  private struct State {
    var requests: [LoopbackRequest] = []
    var connections: Set<Int32> = []
    var connectionCount = 0
    var isStopped = false
  }

  /// The server's address, without a slash at its end.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// What has come in, in order.
  package var requests: [LoopbackRequest] { state.withLock(\.requests) }

  /// How many connections were ever made.
  package var connectionCount: Int { state.withLock(\.connectionCount) }

  /// - Parameters:
  ///   - port: 0 takes a free one.
  ///   - keepsRequests: Whether `requests` tells what came in. It takes memory.
  package init(
    port: UInt16 = 0, keepsRequests: Bool = true,
    handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
  ) throws {
    self.handler = handler
    self.keepsRequests = keepsRequests
    (listener, self.port) = try LoopbackSocket.listen(port: port)
    Thread.detachNewThread { [weak self, listener] in
      while let connection = LoopbackSocket.accept(listener) {
        guard let self else { return LoopbackSocket.reset(connection) }
        serve(connection)
      }
    }
  }

  deinit {
    stop()
  }

  /// Cuts all connections and takes no more.
  package func stop() {
    let connections = state.withLock { state -> Set<Int32> in
      guard !state.isStopped else { return [] }
      state.isStopped = true
      LoopbackSocket.shutDown(listener)
      return state.connections
    }
    for connection in connections { LoopbackSocket.shutDown(connection) }
  }

  private func serve(_ connection: Int32) {
    let isWelcome = state.withLock { state in
      guard !state.isStopped else { return false }
      state.connections.insert(connection)
      state.connectionCount += 1
      return true
    }
    guard isWelcome else { return LoopbackSocket.reset(connection) }
    Thread.detachNewThread { [weak self] in
      var reader = LoopbackReader(connection)
      while let request = reader.next(), let self, self.answer(request, on: connection) {}
      self?.forget(connection)
      close(connection)
    }
  }

  /// - Returns: Whether the connection is kept.
  private func answer(_ request: LoopbackRequest, on connection: Int32) -> Bool {
    if keepsRequests { state.withLock { $0.requests.append(request) } }
    return handler(request).send(on: connection)
  }

  private func forget(_ connection: Int32) {
    _ = state.withLock { $0.connections.remove(connection) }
  }
}
