import Foundation
import Synchronization

/// A server that speaks first, whatever it is told: one of another protocol. It keeps what it is told.
package final class GreetingServer: Sendable {
  package let port: UInt16
  private let listener: Int32
  private let received = Mutex<[UInt8]>([])

  package var bytes: [UInt8] { received.withLock { $0 } }

  package init(greeting: String) throws {
    (listener, port) = try LoopbackSocket.listen(port: 0)
    Thread.detachNewThread { [weak self, listener] in
      while let connection = LoopbackSocket.accept(listener) {
        _ = LoopbackSocket.send(Array(greeting.utf8), on: connection)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = recv(connection, &chunk, chunk.count, 0), count > 0 {
          self?.received.withLock { $0 += chunk.prefix(count) }
        }
        close(connection)
      }
    }
  }

  deinit {
    LoopbackSocket.shutDown(listener)
  }
}
