import Foundation

/// A request as it came in.
package struct LoopbackRequest: Sendable {
  package var method: String
  /// With its query.
  package var path: String
  /// In order, as they were spelled.
  package var headers: [(name: String, value: String)] = []
  package var body: [UInt8] = []

  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// Takes requests from a connection.
struct LoopbackReader {
  private let connection: Int32
  private var buffer: [UInt8] = []

  init(_ connection: Int32) {
    self.connection = connection
  }

  /// The next request; `nil` when the connection ends.
  mutating func next() -> LoopbackRequest? {
    guard let end = take(until: Array("\r\n\r\n".utf8)), var request = Self.head(end) else { return nil }
    let length = request.header("Content-Length").flatMap(Int.init) ?? 0
    while buffer.count < length {
      guard fill() else { return nil }
    }
    request.body = Array(buffer.prefix(length))
    buffer.removeFirst(length)
    return request
  }

  private mutating func take(until mark: [UInt8]) -> [UInt8]? {
    while true {
      if let range = buffer.firstRange(of: mark) {
        defer { buffer.removeSubrange(..<range.upperBound) }
        return Array(buffer[..<range.lowerBound])
      }
      guard fill() else { return nil }
    }
  }

  private mutating func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(connection, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    buffer.append(contentsOf: chunk.prefix(count))
    return true
  }

  private static func head(_ bytes: [UInt8]) -> LoopbackRequest? {
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let start = lines[0].split(separator: " ")
    guard start.count == 3 else { return nil }
    var request = LoopbackRequest(method: String(start[0]), path: String(start[1]))
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      request.headers.append((String(line[..<colon]), value))
    }
    return request
  }
}
