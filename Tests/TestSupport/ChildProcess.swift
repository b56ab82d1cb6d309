import Foundation
import Synchronization

/// A process started without Foundation, which would put it in a group of its own, away from its terminal, and would wait
/// for every daemon it leaves behind.
package final class ChildProcess: Sendable {
  /// How it ended.
  package enum End: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// Where it reads and writes.
  package enum Streams: Sendable {
    /// Nothing to read; what it writes, errors too, goes to a file.
    case file(descriptor: Int32)
    /// A descriptor for each of its standard streams.
    case each(input: Int32, output: Int32, errors: Int32)
    /// A terminal that becomes its own, in a session of its own.
    case terminal(path: String)
  }

  package let identifier: pid_t
  private let knownEnd = Mutex<End?>(nil)
  /// `POSIX_SPAWN_SETSID`, which glibc shows only to those who ask for GNU's extensions.
  private static let ownSession: Int16 = 0x80

  /// Starts a program; a name without a slash is looked for in `PATH`.
  package init(_ command: [String], environment: [String: String], streams: Streams) throws {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    Self.setSignals(&attributes)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    let isSession = if case .terminal = streams { true } else { false }
    posix_spawnattr_setflags(&attributes, isSession ? flags | Self.ownSession : flags)
    Self.connect(streams, &actions)
    var identifier = pid_t()
    let variables = environment.map { "\($0)=\($1)" }
    let failure = Self.withPointers(to: command) { arguments in
      Self.withPointers(to: variables) {
        posix_spawnp(&identifier, command[0], &actions, &attributes, arguments, $0)
      }
    }
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EINVAL) }
    self.identifier = identifier
  }

  private static func connect(_ streams: Streams, _ actions: inout posix_spawn_file_actions_t) {
    switch streams {
    case .file(let descriptor):
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, descriptor, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    case .each(let input, let output, let errors):
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    case .terminal(let path):
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    }
    // What other tests have open must not live on in a daemon.
    for descriptor in 3..<1024 { posix_spawn_file_actions_addclose(&actions, Int32(descriptor)) }
  }

  // The threads of a test have signals blocked, and a program would inherit that.
  private static func setSignals(_ attributes: inout posix_spawnattr_t) {
    var set = sigset_t()
    sigemptyset(&set)
    posix_spawnattr_setsigmask(&attributes, &set)
    sigfillset(&set)
    posix_spawnattr_setsigdefault(&attributes, &set)
  }

  private static func withPointers<Result>(
    to strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }

  deinit {
    if end() == nil {
      kill(SIGKILL)
      var status: Int32 = 0
      waitpid(identifier, &status, 0)
    }
  }

  package func kill(_ signal: Int32) {
    // Once it is known to have ended, the number may be another's.
    knownEnd.withLock { if $0 == nil { _ = Foundation.kill(identifier, signal) } }
  }

  /// `nil` while it runs.
  package func end() -> End? {
    knownEnd.withLock { end in
      var status: Int32 = 0
      if end == nil, waitpid(identifier, &status, WNOHANG) == identifier { end = Self.end(of: status) }
      return end
    }
  }

  private static func end(of status: Int32) -> End {
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }

  package func waitForEnd(within limit: Duration = .seconds(10)) async throws -> End {
    try await poll("the end of process \(identifier)", within: limit) { self.end() }
  }
}
