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
    child = try ChildProcess(
      [program.path] + arguments, environment: environment,
      streams: .each(
        input: childInput.fileDescriptor, output: childOutput.fileDescriptor,
        errors: FileHandle.nullDevice.fileDescriptor))
  }

  func write(_ text: String) throws {
    try input.write(contentsOf: Data(text.utf8))
  }

  func closeInput() throws {
    try input.close()
  }

  /// Waits until the child has written that many lines.
  func readLines(_ count: Int) {
    while lines.count < count, readBlock() {}
  }

  /// All lines that the child finished, also those that nobody had waited for.
  func readRest() -> [String] {
    while readBlock() {}
    return lines
  }

  /// Sends a signal and waits until the child is gone.
  @discardableResult
  func kill(_ signal: Int32 = SIGKILL) async throws -> ChildProcess.End {
    child.kill(signal)
    return try await child.waitForEnd(within: .seconds(60))
  }

  private func readBlock() -> Bool {
    // `FileHandle.read` waits until it has as much as was asked for.
    var block = [UInt8](repeating: 0, count: 1 << 12)
    let count = read(output.fileDescriptor, &block, block.count)
    guard count > 0 else { return false }
    rest += String(decoding: block.prefix(count), as: UTF8.self)
    let parts = rest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines += parts.dropLast()
    rest = parts.last ?? ""
    return true
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
