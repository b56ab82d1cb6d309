import CNcursesw
import Glibc

/// What became of a program that had the terminal for a while.
package enum ChildEnd: Equatable, Sendable {
  case exited(Int)
  case killed(signal: Int)
  /// It could not be started; the number is `errno`.
  case notStarted(Int32)
}

extension TerminalSession {
  /// Runs a program in the foreground, as a shell would, and takes the terminal up again when it ends.
  ///
  /// A ^Z in it stops this process as well, so that the shell has the terminal; when the shell continues the one, the other goes
  /// on. No shell reads the arguments; the first is looked for in PATH.
  package func run(_ arguments: [String]) -> ChildEnd {
    lend {
      // The child reads and writes on it, and waits for it.
      let terminal = output
      var words = arguments.map { strdup($0) } + [nil]
      defer { for word in words { free(word) } }
      let child = tn_child_start(&words, terminal)
      guard child > 0 else { return .notStarted(errno) }
      defer { tn_child_take_terminal(terminal) }
      while true {
        let status = tn_child_wait(child)
        guard status == TN_CHILD_STOPPED else {
          return status < 0 ? .killed(signal: -Int(status)) : .exited(Int(status))
        }
        tn_child_take_terminal(terminal)
        stopGroup()
        tn_child_continue(child, terminal)
      }
    }
  }
}
