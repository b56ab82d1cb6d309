import Foundation

/// Reads a file line by line without ever holding more of it than a block and one line.
///
/// Lines end at 0x0A and nowhere else. A byte-order mark at the start of the file is stepped over; the 0x0D
/// of a CRLF stays, since JSON takes it for white space. Blank lines are counted and not returned.
package struct JSONLinesReader {
  package struct Line {
    /// Counted from 1.
    package let number: Int
    /// `nil` if the line is longer than the limit.
    package let bytes: ArraySlice<UInt8>?
  }

  /// How long a line may be.
  package static let lineLimit = 256 << 20

  /// How much of the file has been read, for progress.
  package private(set) var bytesRead = 0

  private let file: FileHandle
  private let blockSize: Int
  private let lineLimit: Int
  private var buffer: [UInt8] = []
  /// Where in the buffer the line begins that is to be returned next.
  private var start = 0
  private var lineNumber = 0
  private var isAtEnd = false

  package init(_ file: FileHandle, blockSize: Int = 1 << 20, lineLimit: Int = lineLimit) {
    self.file = file
    self.blockSize = blockSize
    self.lineLimit = lineLimit
  }

  /// The next line that is not blank, or `nil` at the end of the file.
  package mutating func next() throws -> Line? {
    while let line = try nextLine() {
      guard let bytes = line.bytes, bytes.allSatisfy(isBlank) else { return line }
    }
    return nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private mutating func nextLine() throws -> Line? {
    var isTooLong = false
    var searched = start
    while true {
      if let end = lineFeed(from: searched) { return take(upTo: end, isTooLong: isTooLong) }
      if buffer.count - start > lineLimit {
        isTooLong = true
        start = buffer.count
      }
      searched = buffer.count - start
      guard try readBlock() else { break }
    }
    guard isTooLong || start < buffer.count else { return nil }
    return take(upTo: buffer.count, isTooLong: isTooLong)
  }

  private mutating func take(upTo end: Int, isTooLong: Bool) -> Line {
    lineNumber += 1
    defer { start = min(end + 1, buffer.count) }
    if isTooLong || end - start > lineLimit { return Line(number: lineNumber, bytes: nil) }
    let bytes = buffer[start..<end]
    let hasByteOrderMark = lineNumber == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return Line(number: lineNumber, bytes: hasByteOrderMark ? bytes.dropFirst(3) : bytes)
  }

  /// Replaces what was taken by what comes next in the file. False at its end.
  private mutating func readBlock() throws -> Bool {
    guard !isAtEnd, let block = try file.read(upToCount: blockSize), !block.isEmpty else {
      isAtEnd = true
      return false
    }
    buffer.removeSubrange(..<start)
    start = 0
    buffer.append(contentsOf: block)
    bytesRead += block.count
    return true
  }

  private func lineFeed(from position: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard position < bytes.count, let base = bytes.baseAddress else { return nil }
      return memchr(base + position, 0x0A, bytes.count - position).map { UnsafeRawPointer($0) - base }
    }
  }
}
