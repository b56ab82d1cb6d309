import CZstd
import Foundation

/// A part of a `multipart/form-data` body.
package struct LoopbackPart: Sendable {
  package var headers: [(name: String, value: String)] = []
  package var body: [UInt8] = []

  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// As `Content-Disposition` says.
  package var name: String? {
    header("Content-Disposition")?.firstMatch(of: /name="([^"]*)"/).map { String($0.1) }
  }
}

extension LoopbackRequest {
  /// The body as it was before it was compressed; `nil` if it is damaged.
  package var decodedBody: [UInt8]? {
    guard header("Content-Encoding") == "zstd" else { return body }
    guard czstd_load() else { return nil }
    let decoded = [UInt8](unsafeUninitializedCapacity: 64 << 20) { buffer, count in
      count = body.withUnsafeBytes {
        czstd_decompress(buffer.baseAddress, buffer.count, $0.baseAddress, $0.count)
      }
    }
    return decoded.isEmpty ? nil : decoded
  }

  /// The parts of the body, each as long as it says; `nil` if it is no such body.
  package var parts: [LoopbackPart]? {
    guard let boundary = header("Content-Type")?.firstMatch(of: /boundary=([0-9a-f]+)/)?.1,
      var rest = decodedBody?[...]
    else { return nil }
    let (delimiter, end) = (Array("--\(boundary)\r\n".utf8), Array("--\(boundary)--\r\n".utf8))
    var parts: [LoopbackPart] = []
    while !rest.elementsEqual(end) {
      guard rest.starts(with: delimiter) else { return nil }
      rest = rest.dropFirst(delimiter.count)
      guard let head = rest.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
      var part = LoopbackPart()
      for line in String(decoding: rest[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n") {
        let field = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        guard field.count == 2 else { return nil }
        part.headers.append((field[0], field[1]))
      }
      guard let length = part.header("Content-Length").flatMap({ Int($0) }) else { return nil }
      part.body = Array(rest[head.upperBound...].prefix(length))
      rest = rest[head.upperBound...].dropFirst(length)
      guard rest.starts(with: "\r\n".utf8) else { return nil }
      rest = rest.dropFirst(2)
      parts.append(part)
    }
    return parts
  }
}
