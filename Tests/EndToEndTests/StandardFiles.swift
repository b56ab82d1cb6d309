import Foundation
import TestSupport

/// Files in place of a child's standard streams: they never fill up, and never make it wait.
final class StandardFiles {
  private let folder: TemporaryFolder
  private let handles: [FileHandle]

  init(input: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let inputPath = try folder.write(input, to: "input")
    let outputPaths = try ["output", "errors"].map { try folder.write([], to: $0) }
    handles =
      try [FileHandle(forReadingFrom: URL(fileURLWithPath: inputPath))]
      + outputPaths.map { try FileHandle(forWritingTo: URL(fileURLWithPath: $0)) }
    self.folder = folder
  }

  func connect(to process: Process) {
    process.standardInput = handles[0]
    process.standardOutput = handles[1]
    process.standardError = handles[2]
  }

  func read(_ name: String) throws -> [UInt8] { try folder.contents(of: name) }
}
