import Foundation

/// A program on a pseudoterminal of its own, watched from the other end.
final class TerminalProgram {
  /// What the program painted in answer to something.
  struct Paint {
    /// Milliseconds to the first and to the last byte of it.
    let first: Double
    let last: Double
    let bytes: [UInt8]
    /// When how many of the bytes had come.
    let arrivals: [(milliseconds: Double, count: Int)]

    /// When the first of several texts was on the screen; NaN if none ever was.
    func milliseconds(untilFirstOf texts: [String]) -> Double {
      texts.map(milliseconds).filter { !$0.isNaN }.min() ?? .nan
    }

    /// When the text was on the screen; NaN if it never was in one piece.
    func milliseconds(until text: String) -> Double {
      guard let place = bytes.firstRange(of: Array(text.utf8)) else { return .nan }
      return arrivals.first { $0.count >= place.upperBound }?.milliseconds ?? .nan
    }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let master: Int32
  private let process: pid_t
  private let started: ContinuousClock.Instant

  /// - Parameter size: columns and rows of the terminal.
  init(_ arguments: [String], columns: Int, rows: Int) throws {
    let terminal = try Pseudoterminal(columns: columns, rows: rows)
    started = ContinuousClock.now
    process = try terminal.spawn(arguments, environment: Self.environment())
    master = terminal.master
  }

  deinit {
    // The program is hung up by it.
    close(master)
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// The most memory it has had resident so far; NaN where the system does not tell.
  var peakMegabytes: Double {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { return .nan }
    return kilobytes / 1024
  }

  /// What the program paints from its start until it has been quiet for that long, or has ended.
  func firstPaint(quiet: Duration) throws -> Paint { try paint(since: started, quiet: quiet) }

  /// Presses a key and waits for what it changes.
  func press(_ key: String, quiet: Duration) throws -> Paint {
    let start = ContinuousClock.now
    let bytes = Array(key.utf8)
    guard write(master, bytes, bytes.count) == bytes.count else { throw Failure(description: "no input") }
    return try paint(since: start, quiet: quiet)
  }

  private func paint(since start: ContinuousClock.Instant, quiet: Duration) throws -> Paint {
    var bytes = read(within: .seconds(10))
    let first = start.millisecondsToNow
    guard !bytes.isEmpty else { throw Failure(description: "the program paints nothing") }
    var arrivals = [(milliseconds: first, count: bytes.count)]
    while case let more = read(within: quiet), !more.isEmpty {
      bytes += more
      arrivals.append((start.millisecondsToNow, bytes.count))
    }
    return Paint(first: first, last: arrivals.last?.milliseconds ?? first, bytes: bytes, arrivals: arrivals)
  }

  /// What comes next; nothing when the time is over or the program has ended.
  private func read(within limit: Duration) -> [UInt8] {
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, Int32(limit / .milliseconds(1))) > 0 else { return [] }
    return Array(unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, Glibc.read(master, buffer.baseAddress, buffer.count))
    }
  }

  /// The same whatever terminal the benchmark runs in, and with nothing to deliver to.
  private static func environment() -> [String: String] {
    let own = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PODIUM_RATER": "benchmark"]
    let inherited = ProcessInfo.processInfo.environment.filter {
      ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key)
    }
    return own.merging(inherited) { $1 }
  }
}
