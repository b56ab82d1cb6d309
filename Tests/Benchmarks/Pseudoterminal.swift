import Foundation

/// A terminal with two ends: a program lives at one, and whoever holds the master is its user.
struct Pseudoterminal {
  /// For the owner to close.
  let master: Int32
  private let path: String

  init(columns: Int, rows: Int) throws {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var (master, slave) = (Int32(-1), Int32(-1))
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw TerminalProgram.Failure(description: "no pseudoterminal: \(String(cString: strerror(errno)))")
    }
    // Programs open it themselves; while they live at it, it stays.
    close(slave)
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    self.master = master
  }

  /// Starts a program with this as its controlling terminal.
  func spawn(_ arguments: [String], environment: [String: String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a new session opens controls it.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.newSession)

    var process: pid_t = 0
    let code = withCStrings(arguments) { list in
      withCStrings(environment.map { "\($0)=\($1)" }) {
        posix_spawnp(&process, arguments[0], &actions, &attributes, list, $0)
      }
    }
    guard code == 0 else {
      throw TerminalProgram.Failure(description: "\(arguments[0]): \(String(cString: strerror(code)))")
    }
    return process
  }

  /// `POSIX_SPAWN_SETSID`, a GNU extension that Swift does not import.
  private static let newSession: Int16 = 0x80
}

/// The strings as C passes lists of them: the last one is no string.
private func withCStrings<Value>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Value
) rethrows -> Value {
  let pointers = strings.map { strdup($0) }
  defer { pointers.forEach { free($0) } }
  return try body(pointers + [nil])
}
