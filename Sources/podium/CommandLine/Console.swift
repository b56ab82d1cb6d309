import Foundation
import StrictJSON
import Terminal

/// The two streams of a command: results go to standard output, everything said about them to standard error.
struct Console: Sendable {
  static let standard = Console()

  private let output: Int32 = STDOUT_FILENO
  private let errors: Int32 = STDERR_FILENO

  /// Whoever reads standard output has stopped reading. The command has nothing left to do, and that is no error.
  struct OutputClosed: Error {}

  /// Writes bytes as they are.
  func write(_ bytes: [UInt8]) throws {
    switch FileWriting.write(bytes, to: output) {
    case 0: return
    case EPIPE: throw OutputClosed()
    case let code: throw CommandFailure(.usage, "standard output: \(String(cString: strerror(code)))")
    }
  }

  func printLine(_ line: String) throws {
    try write(Array((VisibleText.escaping(line) + "\n").utf8))
  }

  /// Prints lines that end with a newline each.
  func printText(_ text: String) throws {
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      try printLine(String(line))
    }
  }

  func printJSON(_ value: JSONValue) throws {
    try printJSONLines([value])
  }

  /// Prints values, one a line, in one write.
  func printJSONLines(_ values: [JSONValue]) throws {
    try write(values.flatMap { (VisibleText.json($0) + "\n").utf8 })
  }

  /// Writes a line, or several, to standard error. Nobody may be listening there, which stops nothing.
  func note(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let visible = lines.map { VisibleText.escaping(String($0)) + "\n" }.joined()
    _ = FileWriting.write(Array(visible.utf8), to: errors)
  }

  /// Replaces the line that the cursor is on. A line that would wrap could not be replaced: it is cut.
  func redraw(_ line: String) {
    let visible = VisibleText.cut(VisibleText.escaping(line), to: max(1, errorColumns - 1))
    _ = FileWriting.write(Array("\r\u{1B}[K\(visible)".utf8), to: errors)
  }

  /// - Parameter advice: What to do where nobody can be asked.
  /// - Throws: `CommandFailure` if standard input is no terminal.
  func requireAnswers(orElse advice: String) throws {
    guard isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure(.usage, "standard input is no terminal, so nobody can be asked: \(advice)")
    }
  }

  /// Asks on standard error, and reads the answer from standard input. Only “y” and “yes” are a yes.
  func confirm(_ question: String) -> Bool {
    _ = FileWriting.write(Array("\(VisibleText.escaping(question)) [y/N] ".utf8), to: errors)
    let answer = readLine()?.lowercased()
    return answer == "y" || answer == "yes"
  }

  var errorColumns: Int { Self.columns(of: errors) ?? 80 }

  /// `nil` if standard output is no terminal: then nothing needs to fit.
  var outputColumns: Int? { Self.columns(of: output) }

  var outputIsTerminal: Bool { isatty(output) == 1 }

  /// `nil` if standard output is no terminal.
  var outputRows: Int? {
    var size = winsize()
    return ioctl(output, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : nil
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  var errorsAreTerminal: Bool { isatty(errors) == 1 }
}
