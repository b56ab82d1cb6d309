import CNcursesw
import Glibc

/// A text that a pager reads. It is a file and not a pipe: a pager that ends early breaks nothing, and one that is stopped holds
/// nobody up.
package struct PagedText {
  private let bytes: [UInt8]
  private let terminal: Int32

  /// - Parameter terminal: which the pager has meanwhile.
  package init(_ bytes: [UInt8], terminal: Int32) {
    self.bytes = bytes
    self.terminal = terminal
  }

  /// Whether this process has the terminal, and so can lend it.
  package var canBeShown: Bool { isatty(terminal) == 1 && tcgetpgrp(terminal) == getpgrp() }

  package func show(by pager: [String]) -> ChildEnd {
    let file = tn_unnamed_file_open()
    guard file >= 0 else { return .notStarted(errno) }
    defer { close(file) }
    guard tn_device_write(file, bytes, bytes.count), lseek(file, 0, SEEK_SET) == 0 else {
      return .notStarted(errno)
    }
    return ForegroundChild(terminal: terminal, input: file) { kill(0, SIGTSTP) }.run(pager)
  }
}
