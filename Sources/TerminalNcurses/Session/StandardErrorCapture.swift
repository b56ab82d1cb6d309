import CNcursesw
import Glibc
import Terminal

/// Keeps what libraries print to standard error off the screen, and prints it when the screen is gone.
struct StandardErrorCapture {
  /// Where standard error went before.
  let original: Int32
  /// What was printed since.
  let captured: Int32

  /// `nil` if standard error is not the terminal, so cannot disturb the screen.
  static func begin() -> Self? {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    let captured = tn_unnamed_file_open()
    let original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard captured >= 0, original >= 0, dup2(captured, STDERR_FILENO) >= 0 else {
      if captured >= 0 { close(captured) }
      if original >= 0 { close(original) }
      return nil
    }
    return Self(original: original, captured: captured)
  }

  /// What libraries print may quote strangers, and it goes to a terminal.
  func end() {
    dup2(original, STDERR_FILENO)
    let shown = Array(VisibleText.escapingLines(String(decoding: bytes(), as: UTF8.self)).utf8)
    _ = tn_device_write(original, shown, shown.count)
    close(captured)
    close(original)
  }

  private func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = pread(captured, &chunk, chunk.count, off_t(bytes.count))
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}
