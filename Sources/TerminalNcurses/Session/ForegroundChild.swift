import CNcursesw
import Glibc

/// What became of a program that had the terminal for a while.
package enum ChildEnd: Equatable, Sendable {
  case exited(Int)
  case killed(signal: Int)
  /// It could not be started; the number is `errno`.
  case notStarted(Int32)
  /// This process is to end, and the program was told so. Its exit status, or below zero the number of the signal that killed it;
  /// `nil` if it goes on all the same.
  case interrupted(status: Int?)
}

/// Runs programs as a shell runs a job: in a process group of its own, which has the terminal until the program ends.
struct ForegroundChild {
  let terminal: Int32
  /// What the program reads; `nil` for what this process does.
  var input: Int32?
  /// Tells of signals to this process meanwhile; without it they wait.
  var events: EventSource?
  /// Stops this process, because a ^Z stopped the program; returns when the shell lets it go on.
  let stop: () -> Void

  /// How long a program has for its end when it is told to.
  private static let patience: Int32 = 300
  /// Who sends a signal to all processes of a terminal reaches this one a moment later.
  private static let signalDelay = 200

  /// No shell reads the arguments; the first is looked for in PATH.
  func run(_ arguments: [String]) -> ChildEnd {
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let child = tn_child_start(&words, terminal, input ?? -1)
    guard child > 0 else { return .notStarted(errno) }
    defer { tn_child_take_terminal(terminal) }
    while true {
      switch Int(tn_child_wait(child, events?.signalDescriptor ?? -1, -1)) {
      case TN_CHILD_RUNNING:
        if let signal = events?.endingSignal() { return end(child, by: signal) }
      case TN_CHILD_STOPPED:
        tn_child_take_terminal(terminal)
        stop()
        // Whoever noticed that the stop is over has read the signals that came with it.
        if let signal = events?.endingSignal() { return end(child, by: signal) }
        tn_child_continue(child, terminal)
      case 0: return .exited(0)
      case let status: return end(status)
      }
    }
  }

  /// What ended it may be on its way to this process too.
  private func end(_ status: Int) -> ChildEnd {
    if events?.endingSignal(within: Self.signalDelay) != nil { return .interrupted(status: status) }
    return status < 0 ? .killed(signal: -status) : .exited(status)
  }

  /// A program that does not mind the signal is told that the terminal is gone, and then left alone.
  private func end(_ child: pid_t, by signal: TerminalSignal) -> ChildEnd {
    for number in [signal.number, SIGHUP] {
      tn_child_signal(child, number)
      let status = Int(tn_child_wait(child, -1, Self.patience))
      // One that stopped is not over.
      if status != TN_CHILD_RUNNING, status != TN_CHILD_STOPPED { return .interrupted(status: status) }
    }
    return .interrupted(status: nil)
  }
}
