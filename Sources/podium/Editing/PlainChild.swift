import Glibc
import TerminalNcurses

/// A program that has the terminal while nobody draws on it: run as `system` does, without its shell.
///
/// It stays in this process's group, so that to the shell the two are one job: a ^Z stops both. A ^C is the program's alone.
enum PlainChild {
  private static let keyboardSignals = [SIGINT, SIGQUIT]

  static func run(_ arguments: [String]) -> ChildEnd {
    let former = keyboardSignals.map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, handler) in former { _ = signal(number, handler) } }
    var child = pid_t()
    let fault = start(arguments, &child)
    guard fault == 0 else { return .notStarted(fault) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return .exited(127) }
    }
    let number = status & 0x7F
    return number == 0 ? .exited(Int(status >> 8 & 0xFF)) : .killed(signal: Int(number))
  }

  private static func start(_ arguments: [String], _ child: inout pid_t) -> Int32 {
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in keyboardSignals { sigaddset(&defaults, number) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    return posix_spawnp(&child, arguments[0], nil, &attributes, &words, environ)
  }
}
