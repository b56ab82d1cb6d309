import Foundation
import Testing

@testable import Preference

@Suite struct JSONLinesReaderTests {
  @Test("Lines come out whole whatever the block size", arguments: [1, 2, 3, 7, 64, 1 << 20])
  func blocks(blockSize: Int) throws {
    let text = "\u{feff}one\r\n\n  \t\r\ntwo\u{2028}\u{85}\rstill two\n\nlast"
    let lines = try read(Array(text.utf8), blockSize: blockSize)
    #expect(lines == [1: "one\r", 4: "two\u{2028}\u{85}\rstill two", 6: "last"])
  }

  @Test func `Lines of any length come out the same from blocks of any size`() throws {
    let lines = (1...60).map { String(repeating: "x", count: $0 * 7 % 23 + 1) }
    let text = Array(lines.joined(separator: "\n").utf8)
    let expected = Dictionary(uniqueKeysWithValues: zip(1..., lines))
    for blockSize in 1...50 {
      #expect(try read(text, blockSize: blockSize) == expected)
    }
  }

  @Test(
    "Files without a line have none",
    arguments: ["", "\n", "\r\n\r\n", "\u{feff}", "\u{feff}\n", "   "])
  func empty(text: String) throws {
    #expect(try read(Array(text.utf8)).isEmpty)
  }

  @Test func `A byte-order mark is taken off at the start of the file only`() throws {
    #expect(try read(Array("\u{feff}a\n\u{feff}b\n".utf8), blockSize: 1 << 10) == [1: "a", 2: "\u{feff}b"])
  }

  @Test("A line over the limit is named, and the next one is read", arguments: [1, 5, 8, 1 << 20])
  func tooLong(blockSize: Int) throws {
    let text = "12345678\n123456789\nab\n123456789012345678901234567890"
    let lines = try read(Array(text.utf8), blockSize: blockSize, lineLimit: 8)
    #expect(lines == [1: "12345678", 2: "too long", 3: "ab", 4: "too long"])
  }

  @Test func `The bytes read so far grow to the size of the file`() throws {
    try withFile(Array("one\ntwo\n".utf8)) { file in
      var reader = JSONLinesReader(file, blockSize: 4)
      #expect(reader.bytesRead == 0)
      _ = try reader.next()
      #expect(reader.bytesRead == 4)
      while try reader.next() != nil {}
      #expect(reader.bytesRead == 8)
      #expect(try reader.next() == nil)
    }
  }

  private func read(
    _ bytes: [UInt8], blockSize: Int = 1 << 20, lineLimit: Int = 1 << 20
  ) throws -> [Int: String] {
    try withFile(bytes) { file in
      var reader = JSONLinesReader(file, blockSize: blockSize, lineLimit: lineLimit)
      var lines: [Int: String] = [:]
      while let line = try reader.next() {
        lines[line.number] = line.bytes.map { String(decoding: $0, as: UTF8.self) } ?? "too long"
      }
      return lines
    }
  }
}
