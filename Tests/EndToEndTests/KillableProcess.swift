import Foundation

/// A child whose streams are ours, to be killed in the middle of its work.
final class KillableProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var lines: [String] = []
  private var rest = ""

  init(_ program: BuiltProgram, _ arguments: [String], environment: [String: String] = [:]) throws {
    process.executableURL = URL(fileURLWithPath: program.path)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  func write(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// Waits until the child has written that many lines.
  func readLines(_ count: Int) throws {
    while lines.count < count, try readBlock() {}
  }

  /// All lines that the child finished, also those that nobody had waited for.
  func readRest() throws -> [String] {
    while try readBlock() {}
    return lines
  }

  /// Sends a signal and waits until the child is gone.
  ///
  /// - Returns: Its exit status, or the number of the signal that ended it.
  @discardableResult
  func kill(_ signal: Int32 = SIGKILL) async -> Int32 {
    await withCheckedContinuation { continuation in
      process.terminationHandler = { _ in continuation.resume() }
      Foundation.kill(process.processIdentifier, signal)
    }
    return process.terminationStatus
  }

  private func readBlock() throws -> Bool {
    let block = output.fileHandleForReading.availableData
    rest += String(decoding: block, as: UTF8.self)
    let parts = rest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines += parts.dropLast()
    rest = parts.last ?? ""
    return !block.isEmpty
  }
}
