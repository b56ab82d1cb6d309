import Foundation
import TestSupport

/// A child whose streams are ours, to be killed in the middle of its work.
final class KillableProcess {
  private let child: ChildProcess
  private let input: FileHandle
  private let output: FileHandle
  private var lines: [String] = []
  private var rest = ""

  init(_ program: BuiltProgram, _ arguments: [String], environment: [String: String] = [:]) throws {
    let (childInput, input) = try Self.makePipe()
    let (output, childOutput) = try Self.makePipe()
    self.input = input
    self.output = output
    _ = fcntl(output.fileDescriptor, F_SETFL, O_NONBLOCK)
    child = try ChildProcess(
      [program.path] + arguments, environment: environment,
      streams: .each(
        input: childInput.fileDescriptor, output: childOutput.fileDescriptor,
        errors: FileHandle.nullDevice.fileDescriptor))
  }

  func write(_ text: String) throws {
    try input.write(contentsOf: Data(text.utf8))
  }

  /// Writes more than the pipe holds, without keeping one of few threads until the child has taken it.
  func writeAtLength(_ text: String) async throws {
    let input = input
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try input.write(contentsOf: Data(text.utf8)) })
      }
    }
  }

  func closeInput() throws {
    try input.close()
  }

  /// Waits until the child has written that many lines.
  func readLines(_ count: Int) async throws {
    _ = try await poll("\(count) lines", within: .seconds(60)) { [self] in
      readWhatIsThere()
      return lines.count >= count ? true : nil
    }
  }

  /// All lines that the child finished, also those that nobody had waited for. Waits until the child has ended.
  func readRest() -> [String] {
    while !readWhatIsThere() {
      var request = pollfd(fd: output.fileDescriptor, events: Int16(POLLIN), revents: 0)
      Glibc.poll(&request, 1, -1)
    }
    return lines
  }

  /// Signals the child once something has happened, with pauses in between. A thread of its own sees to it: where all those
  /// of the tests are busy, the moment would pass.
  func signal(_ signals: Int32..., once hasHappened: @escaping @Sendable () -> Bool) {
    Thread.detachNewThread { [child] in
      let end = ContinuousClock.now + .seconds(120)
      while !hasHappened(), ContinuousClock.now < end { usleep(2000) }
      for signal in signals {
        child.kill(signal)
        usleep(300_000)
      }
    }
  }

  /// Sends a signal and waits until the child is gone.
  @discardableResult
  func kill(_ signal: Int32 = SIGKILL) async throws -> ChildProcess.End {
    child.kill(signal)
    return try await child.waitForEnd(within: .seconds(60))
  }

  func send(_ signal: Int32) {
    child.kill(signal)
  }

  func end(within limit: Duration = .seconds(120)) async throws -> ChildProcess.End {
    try await child.waitForEnd(within: limit)
  }

  /// - Returns: Whether there will be no more.
  @discardableResult
  private func readWhatIsThere() -> Bool {
    var block = [UInt8](repeating: 0, count: 1 << 12)
    var count = read(output.fileDescriptor, &block, block.count)
    while count > 0 {
      rest += String(decoding: block.prefix(count), as: UTF8.self)
      count = read(output.fileDescriptor, &block, block.count)
    }
    let parts = rest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines += parts.dropLast()
    rest = parts.last ?? ""
    return count == 0
  }

  private static func makePipe() throws -> (reading: FileHandle, writing: FileHandle) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (
      FileHandle(fileDescriptor: ends[0], closeOnDealloc: true),
      FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    )
  }
}
