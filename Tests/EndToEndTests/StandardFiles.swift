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

  var streams: ChildProcess.Streams {
    .each(
      input: handles[0].fileDescriptor, output: handles[1].fileDescriptor, errors: handles[2].fileDescriptor)
  }

  func read(_ name: String) throws -> [UInt8] { try folder.contents(of: name) }
}
