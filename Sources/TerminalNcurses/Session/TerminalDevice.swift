import CNcursesw
import Glibc
import Terminal

/// The terminal itself, opened apart from standard input and output so that those stay free for pipes.
final class TerminalDevice {
  let input: Int32
  let output: Int32

  init() throws(TerminalError) {
    let path = Self.path()
    // Two descriptions: reading must not wait, writing must.
    let output = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard output >= 0 else { throw .noTerminal }
    let input = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard input >= 0, isatty(input) == 1 else {
      close(output)
      if input >= 0 { close(input) }
      throw .noTerminal
    }
    self.input = input
    self.output = output
  }

  deinit {
    close(input)
    close(output)
  }

  // Some sandboxes have no /dev/tty though a standard stream is the terminal.
  private static func path() -> String {
    let standard = "/dev/tty"
    guard access(standard, F_OK) != 0 else { return standard }
    let streams = [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    return streams.lazy.compactMap { ttyname($0).map { String(cString: $0) } }.first ?? standard
  }

  /// `nil` if the terminal does not tell.
  var size: Size? {
    var (rows, columns) = (Int32(0), Int32(0))
    guard tn_device_size(output, &rows, &columns) else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  func write(_ bytes: [UInt8]) {
    // A terminal that is gone shows in the next read.
    _ = tn_device_write(output, bytes, bytes.count)
  }
}
