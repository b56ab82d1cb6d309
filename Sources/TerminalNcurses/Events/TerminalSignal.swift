import Glibc

/// A signal, as a value in the loop.
package enum TerminalSignal: CaseIterable, Hashable, Sendable {
  /// The terminal has another size.
  case windowChange
  case terminate
  case hangUp
  case interrupt
  case quit
  /// Someone asks for what ^Z does.
  case suspend
  /// The process goes on after a stop; another program may have had the terminal meanwhile.
  case `continue`

  package var number: Int32 {
    switch self {
    case .windowChange: SIGWINCH
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    case .interrupt: SIGINT
    case .quit: SIGQUIT
    case .suspend: SIGTSTP
    case .continue: SIGCONT
    }
  }

  init?(number: Int32) {
    guard let signal = Self.allCases.first(where: { $0.number == number }) else { return nil }
    self = signal
  }

  /// Whether the program is to end.
  package var ends: Bool {
    switch self {
    case .terminate, .hangUp, .interrupt, .quit: true
    case .windowChange, .suspend, .continue: false
    }
  }
}
