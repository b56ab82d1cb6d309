import Foundation
import StrictJSON

/// What a program tells of the feedback that it has sent.
struct FeedbackRun {
  let recordsPerSecond: Double
  /// For 10,000 records.
  let cpuSeconds: Double
  let peakMegabytes: Double

  private static let program = "FeedbackLoad"

  /// Podium: from the first call until the last record is known to be delivered, the disk included.
  static func podium(_ url: String, outbox: String, _ arguments: [String]) throws -> FeedbackRun {
    defer {
      for suffix in ["", "-wal", "-shm", ".lock"] {
        try? FileManager.default.removeItem(atPath: outbox + suffix)
      }
    }
    return try FeedbackRun(BuiltPrograms.path(of: program), [url, "--outbox", outbox] + arguments)
  }

  /// The Python SDK, by a driver that takes an address, a mode and a number of records.
  static func pythonSDK(_ driver: PythonSDK, _ url: String, mode: String, count: Int) throws -> FeedbackRun {
    try FeedbackRun(driver.python, [driver.script, url, mode, String(count)])
  }

  private init(_ program: String, _ arguments: [String]) throws {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let result = try JSONParser.parse(Array(text)).object else {
      throw TerminalProgram.Failure(description: "\(program) \(arguments.joined(separator: " ")) failed")
    }
    recordsPerSecond = result["records_per_s"]?.number?.doubleValue ?? .nan
    cpuSeconds = result["cpu_s_per_10k"]?.number?.doubleValue ?? .nan
    peakMegabytes = result["peak_rss_mb"]?.number?.doubleValue ?? .nan
  }
}

/// Where the peer is: a Python that has `langsmith` and `zstandard`, and a script that drives it.
struct PythonSDK {
  let python: String
  let script: String

  /// `nil` if the environment names none.
  init?(_ environment: [String: String]) {
    guard let python = environment["PODIUM_SDK_PYTHON"], let script = environment["PODIUM_SDK_DRIVER"] else {
      return nil
    }
    self.python = python
    self.script = script
  }
}
