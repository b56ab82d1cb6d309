import CNcursesw
import Glibc

/// What became of a program that had the terminal for a while.
package enum ChildEnd: Equatable, Sendable {
  case exited(Int)
  case killed(signal: Int)
  /// It could not be started; the number is `errno`.
  case notStarted(Int32)
}

/// Runs programs as a shell runs a job: in a process group of its own, which has the terminal until the program ends.
struct ForegroundChild {
  let terminal: Int32
  /// What the program reads; `nil` for what this process does.
  var input: Int32?
  /// Stops this process, because a ^Z stopped the program; returns when the shell lets it go on.
  let stop: () -> Void

  /// No shell reads the arguments; the first is looked for in PATH.
  func run(_ arguments: [String]) -> ChildEnd {
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let child = tn_child_start(&words, terminal, input ?? -1)
    guard child > 0 else { return .notStarted(errno) }
    defer { tn_child_take_terminal(terminal) }
    while true {
      let status = tn_child_wait(child)
      guard status == TN_CHILD_STOPPED else {
        return status < 0 ? .killed(signal: -Int(status)) : .exited(Int(status))
      }
      tn_child_take_terminal(terminal)
      stop()
      tn_child_continue(child, terminal)
    }
  }
}
