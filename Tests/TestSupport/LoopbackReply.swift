import Foundation

/// How a request is answered, or is not.
package enum LoopbackReply: Sendable {
  case answer(status: Int, headers: [String: String] = [:], body: [UInt8] = [])
  /// These bytes, whatever they are; then the connection ends.
  case raw([UInt8])
  /// The connection is reset without a byte.
  case reset
  /// The connection ends in the middle of the answer.
  case cut(status: Int, body: [UInt8])
  /// The connection stays open without a byte.
  case hang(seconds: Double)
  /// The answer comes a byte at a time.
  case drip(status: Int, body: [UInt8], secondsPerByte: Double)
  /// The body never ends.
  case endless(status: Int)

  package static func json(_ text: String, status: Int = 200) -> LoopbackReply {
    .answer(status: status, headers: ["Content-Type": "application/json"], body: Array(text.utf8))
  }

  package static func html(_ text: String, status: Int = 200) -> LoopbackReply {
    .answer(status: status, headers: ["Content-Type": "text/html"], body: Array(text.utf8))
  }

  package static func status(_ status: Int, _ headers: [String: String] = [:]) -> LoopbackReply {
    .answer(status: status, headers: headers)
  }

  /// - Returns: Whether the connection is kept.
  func send(on connection: Int32) -> Bool {
    switch self {
    case .answer(let status, let headers, let body):
      return LoopbackSocket.send(Self.head(status, headers, body.count) + body, on: connection)
    case .raw(let bytes):
      _ = LoopbackSocket.send(bytes, on: connection)
    case .reset:
      LoopbackSocket.lingerNoMore(connection)
    case .cut(let status, let body):
      _ = LoopbackSocket.send(
        Self.head(status, [:], body.count) + body.prefix(body.count / 2), on: connection)
    case .hang(let seconds):
      LoopbackSocket.waitForEnd(of: connection, seconds: seconds)
    case .drip(let status, let body, let pause):
      for byte in Self.head(status, [:], body.count) + body {
        guard LoopbackSocket.send([byte], on: connection) else { return false }
        LoopbackSocket.waitForEnd(of: connection, seconds: pause)
      }
    case .endless(let status):
      let block = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
      guard LoopbackSocket.send(Self.head(status, [:], .max), on: connection) else { return false }
      while LoopbackSocket.send(block, on: connection) {}
    }
    return false
  }

  private static func head(_ status: Int, _ headers: [String: String], _ length: Int) -> [UInt8] {
    var lines = ["HTTP/1.1 \(status) Status"]
    if status != 204 { lines.append("Content-Length: \(length)") }
    lines += headers.map { "\($0): \($1)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
