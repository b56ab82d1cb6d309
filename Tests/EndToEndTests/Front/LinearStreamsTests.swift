import Glibc
import Testing

@testable import podium

@Suite("Standard streams, line by line")
struct LinearStreamsTests {
  /// What is read when these bytes come in, and no more.
  private func lines(of bytes: [UInt8]) -> [[UInt8]] {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return [] }
    _ = FileWriting.write(bytes, to: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    let streams = LinearStreams(input: ends[0]) { _ in }
    var lines: [[UInt8]] = []
    while let line = streams.readLine() { lines.append(line) }
    return lines
  }

  @Test func `lines come as the bytes that they are`() {
    #expect(lines(of: []) == [])
    #expect(lines(of: Array("a\n\nb".utf8)) == [[0x61], [], [0x62]])
    #expect(lines(of: Array("a\r\nb\n".utf8)) == [[0x61], [0x62]])
    #expect(lines(of: [0x61, 0xFF, 0x0A]) == [[0x61, 0xFF]])
    let long = [UInt8](repeating: 0x62, count: 50_000)
    #expect(lines(of: long + [0x0A, 0x63]) == [long, [0x63]])
  }

  @Test func `who cannot write any more is told`() {
    let streams = LinearStreams { _ in throw Console.OutputClosed() }
    #expect(!streams.isGone)
    streams.write("words")
    #expect(streams.isGone)
  }
}
