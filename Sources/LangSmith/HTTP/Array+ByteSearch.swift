import Foundation

/// A search of bytes: the standard library's, which takes any collection, costs more than sending the request did.
extension [UInt8] {
  func contains(bytes pattern: [UInt8]) -> Bool {
    firstRange(ofBytes: pattern, from: 0) != nil
  }

  /// Does nothing if `pattern` is empty.
  mutating func replace(bytes pattern: [UInt8], with replacement: some Collection<UInt8>) {
    var start = 0
    while let range = firstRange(ofBytes: pattern, from: start) {
      replaceSubrange(range, with: replacement)
      start = range.lowerBound + replacement.count
    }
  }

  private func firstRange(ofBytes pattern: [UInt8], from start: Int) -> Range<Int>? {
    guard let mark = pattern.first else { return nil }
    return withUnsafeBytes { bytes in
      pattern.withUnsafeBytes { pattern in
        var start = start
        while start + pattern.count <= bytes.count {
          let rest = UnsafeRawBufferPointer(rebasing: bytes[start...(bytes.count - pattern.count)])
          guard let offset = rest.firstOffset(of: mark) else { return nil }
          start += offset
          let candidate = UnsafeRawBufferPointer(rebasing: bytes[start..<start + pattern.count])
          if candidate.elementsEqual(pattern) { return start..<start + pattern.count }
          start += 1
        }
        return nil
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func firstOffset(of byte: UInt8) -> Int? {
    guard let first = baseAddress, let found = memchr(first, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(found) - first
  }
}
