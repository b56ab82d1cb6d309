import Foundation
import Synchronization

/// A terminal without a screen: for tests of the bytes a program sends and of the settings it leaves.
package final class PseudoTerminal: Sendable {
  /// The program's side.
  package let path: String
  private let controller: Int32
  private let line: Int32
  private let received = Mutex<[UInt8]>([])
  private let isConnected = Mutex(true)

  package init(columns: Int = 80, rows: Int = 24) throws {
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var (lock, number) = (Int32(0), UInt32(0))
    guard controller >= 0, ioctl(controller, Self.setLock, &lock) == 0,
      ioctl(controller, Self.getNumber, &number) == 0
    else { throw POSIXError(.ENODEV) }
    path = "/dev/pts/\(number)"
    // Held open so that the settings outlive the program.
    line = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    resize(columns: columns, rows: rows)
  }

  // `TIOCSPTLCK` and `TIOCGPTN`: grantpt and its kin are not imported.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  deinit {
    hangUp()
  }

  /// Starts a program on this terminal, in a session of its own.
  package func start(_ command: [String], environment: [String: String]) throws -> ChildProcess {
    try ChildProcess(command, environment: environment, streams: .terminal(path: path))
  }

  package func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(controller, bytes, bytes.count)
  }

  /// Takes the terminal away, as when a connection breaks.
  package func hangUp() {
    isConnected.withLock { connected in
      guard connected else { return }
      close(line)
      close(controller)
      connected = false
    }
  }

  /// Everything the program sent so far.
  package func transcript() -> String { String(decoding: bytes(), as: UTF8.self) }

  /// What the program sent so far, from a place on.
  package func bytes(from start: Int = 0) -> [UInt8] {
    received.withLock { bytes in
      var chunk = [UInt8](repeating: 0, count: 65536)
      while case let count = read(controller, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
      return Array(bytes[min(start, bytes.count)...])
    }
  }

  /// Waits until the program has sent a text.
  package func waitFor(_ text: String, within limit: Duration = .seconds(10)) async throws {
    try await poll("\(text.debugDescription) in \(transcript().debugDescription)", within: limit) {
      transcript().contains(text) ? () : nil
    }
  }

  /// The settings of the line, comparable.
  package var settings: [UInt32] {
    var settings = termios()
    tcgetattr(line, &settings)
    let characters = withUnsafeBytes(of: settings.c_cc) { $0.map(UInt32.init) }
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag] + characters
  }
}
