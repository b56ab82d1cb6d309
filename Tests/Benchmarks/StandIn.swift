import Foundation

/// A server that runs as a program of its own.
final class StandIn {
  let url: String
  private let process = Process()

  init(_ program: String, options: [String]) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = options
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    url = "http://127.0.0.1:\(line.trimmingCharacters(in: .whitespacesAndNewlines))"
  }

  func stop() {
    process.terminate()
  }
}
