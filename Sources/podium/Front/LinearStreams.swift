import Glibc

/// Standard input and output as bytes: what comes in may be no text, and who reads may have gone.
final class LinearStreams {
  /// What was written last could not be.
  private(set) var isGone = false
  private let input: Int32
  private let output: (([UInt8]) throws -> Void)
  /// Read, and not yet part of a line that was taken.
  private var ahead: [UInt8] = []
  private var isAtEnd = false

  init(
    input: Int32 = STDIN_FILENO, output: @escaping ([UInt8]) throws -> Void = Console.standard.write
  ) {
    self.input = input
    self.output = output
  }

  func write(_ text: String) {
    do { try output(Array(text.utf8)) } catch { isGone = true }
  }

  /// Without its line feed, and a carriage return before that; `nil` when there is no more.
  func readLine() -> [UInt8]? {
    var searched = 0
    while true {
      if let end = ahead[searched...].firstIndex(of: 0x0A) {
        let line = ahead[..<end]
        ahead.removeSubrange(...end)
        return Array(line.last == 0x0D ? line.dropLast() : line)
      }
      searched = ahead.count
      guard !isAtEnd else { return takeRest() }
      readMore()
    }
  }

  private func takeRest() -> [UInt8]? {
    defer { ahead = [] }
    return ahead.isEmpty ? nil : ahead
  }

  private func readMore() {
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = read(input, &chunk, chunk.count)
    if count > 0 { ahead += chunk[..<count] }
    isAtEnd = count == 0 || count < 0 && errno != EINTR
  }
}
