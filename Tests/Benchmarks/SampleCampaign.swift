import Foundation
import Identifiers
import PreferenceStore
import StrictJSON
import TestSupport

/// Comparisons to measure with, as a file and as a workspace.
struct SampleCampaign {
  let comparisonCount: Int
  let runsPerComparison: Int
  let bytesPerAnswer: Int

  /// Writes the comparisons as JSON Lines and returns the file's path.
  func write(to name: String, in folder: TemporaryFolder) throws -> String {
    var text = SampleText(seed: 1)
    let path = try folder.write([], to: name)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var lines: [UInt8] = []
    for number in 1...comparisonCount {
      lines += comparison(number, &text).utf8() + [0x0A]
      if lines.count > 1 << 20 || number == comparisonCount {
        try file.write(contentsOf: Data(lines))
        lines.removeAll(keepingCapacity: true)
      }
    }
    return path
  }

  private func comparison(_ number: Int, _ text: inout SampleText) -> JSONValue {
    let candidates = (1...runsPerComparison).map { run -> JSONValue in
      [
        "model": .string("model \(run)"), "text": .string(text.text(bytes: bytesPerAnswer)),
        "run_id": .string(runID(number, run)), "session_id": .string(runID(0, run)),
      ]
    }
    return [
      "id": .string("comparison \(number)"), "prompt": .string(text.text(bytes: 100)),
      "candidates": .array(candidates),
    ]
  }

  private func runID(_ comparison: Int, _ run: Int) -> String {
    UUID.version5(namespace: Self.namespace, name: "\(comparison) \(run)").uuidString
  }

  private static let namespace = UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 0))
}

extension Workspace {
  /// Opens the workspace at a path, or makes it.
  static func open(_ path: String) throws -> Workspace {
    let origin = WorkspaceOrigin(orderSeed: 1, createdAt: Date(), programVersion: "benchmark")
    return try Workspace(path: path, origin: origin)
  }

  /// Adds all comparisons of a file and returns how many they are.
  func add(_ input: String) throws -> Int {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
    var comparisons = WorkspaceImport([ImportSource(file: file, name: input)])
    return try comparisons.run(into: self, now: Date()).added
  }
}
