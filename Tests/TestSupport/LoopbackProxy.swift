import Foundation
import Synchronization

/// A proxy on this machine that keeps every byte that passes: a tunnel to a port here, or a refusal.
package final class LoopbackProxy: Sendable {
  package let port: UInt16
  private let listener: Int32
  private let target: UInt16?
  private let refusal: LoopbackReply
  private let state = Mutex((requests: [LoopbackRequest](), bytes: [UInt8]()))

  package var url: String { "http://127.0.0.1:\(port)" }

  /// What it was asked for, such as `CONNECT localhost:443`.
  package var requests: [LoopbackRequest] { state.withLock(\.requests) }

  /// What clients have sent through tunnels.
  package var bytes: [UInt8] { state.withLock(\.bytes) }

  /// - Parameters:
  ///   - target: The port to which every tunnel leads; without one, all are refused.
  ///   - refusal: How.
  package init(target: UInt16?, refusal: LoopbackReply = .status(502)) throws {
    self.target = target
    self.refusal = refusal
    (listener, port) = try LoopbackSocket.listen(port: 0)
    Thread.detachNewThread { [weak self, listener] in
      while let connection = LoopbackSocket.accept(listener) {
        Thread.detachNewThread { [weak self] in
          self?.serve(connection)
          close(connection)
        }
      }
    }
  }

  deinit {
    LoopbackSocket.shutDown(listener)
  }

  private func serve(_ connection: Int32) {
    var reader = LoopbackReader(connection)
    guard let request = reader.next() else { return }
    state.withLock { $0.requests.append(request) }
    guard let target, let server = LoopbackSocket.connect(port: target) else {
      _ = refusal.send(on: connection)
      return
    }
    defer { close(server) }
    guard LoopbackSocket.send(Array("HTTP/1.1 200 Connected\r\n\r\n".utf8), on: connection) else { return }
    relay(connection, server)
  }

  private func relay(_ client: Int32, _ server: Int32) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var sides = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard Glibc.poll(&sides, 2, 60_000) > 0 else { return }
      for (side, other) in [(sides[0], server), (sides[1], client)] where side.revents != 0 {
        let count = recv(side.fd, &chunk, chunk.count, 0)
        guard count > 0, LoopbackSocket.send(Array(chunk.prefix(count)), on: other) else { return }
        if side.fd == client { state.withLock { $0.bytes += chunk.prefix(count) } }
      }
    }
  }
}
