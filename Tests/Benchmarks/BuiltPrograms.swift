import Foundation

/// What was built beside the benchmarks.
enum BuiltPrograms {
  static var folder: String {
    let benchmarks = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return ((benchmarks ?? "") as NSString).deletingLastPathComponent
  }

  static func podium() throws -> String { try path(of: "podium") }

  static func path(of program: String) throws -> String {
    let path = "\(folder)/\(program)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw TerminalProgram.Failure(description: "\(path) is missing: build it with swift build -c release")
    }
    return path
  }
}
