import Foundation
import Synchronization

/// An HTTPS server on this machine: openssl's, which hands what it decrypts to a handler of ours. It serves one
/// connection at a time.
package final class TLSServer: Sendable {
  package let port: UInt16
  private let child: ChildProcess
  private let ours: Int32
  private let received = Mutex<[LoopbackRequest]>([])

  /// `localhost` stands in the certificates, unless they are to have the wrong name.
  package var url: String { "https://localhost:\(port)" }

  package var requests: [LoopbackRequest] { received.withLock { $0 } }

  /// - Parameter certificate: A folder's `NAME.pem` and `NAME.key`.
  package init(
    certificate path: String, handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
  ) throws {
    port = try Self.freePort()
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE)
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ours = ends[0]
    defer { close(ends[1]) }
    child = try ChildProcess(
      [
        "openssl", "s_server", "-quiet", "-accept", "127.0.0.1:\(port)", "-cert", path + ".pem", "-key",
        path + ".key",
      ],
      environment: ProcessInfo.processInfo.environment,
      streams: .each(input: ends[1], output: ends[1], errors: FileHandle.nullDevice.fileDescriptor))
    Thread.detachNewThread { [weak self, ours] in
      var reader = LoopbackReader(ours)
      while let request = reader.next() {
        self?.received.withLock { $0.append(request) }
        _ = handler(request).send(on: ours)
      }
      close(ours)
    }
  }

  deinit {
    child.kill(SIGKILL)
    shutdown(ours, Int32(SHUT_RDWR))
  }

  /// Returns when connections are taken.
  package func waitUntilReady() async throws {
    _ = try await poll("a TLS server on port \(port)") { [port] in
      LoopbackSocket.connect(port: port).map { close($0) }
    }
  }

  private static func freePort() throws -> UInt16 {
    let (listener, port) = try LoopbackSocket.listen(port: 0)
    close(listener)
    return port
  }
}
