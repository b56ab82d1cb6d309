import Foundation
import Testing

/// Compares a text with the file `Snapshots/NAME.txt` beside the test.
///
/// A missing file fails. `UPDATE_SNAPSHOTS=1` writes the file anew and fails too, so that no run passes by recording.
package func expectSnapshot(
  _ text: String, named name: String, file: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let snapshot = Snapshot(name: name, besideTest: "\(file)")
  let isRecording = ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1"
  let problem = isRecording ? snapshot.record(text) : snapshot.difference(from: text)
  if let problem { Issue.record(Comment(rawValue: problem), sourceLocation: sourceLocation) }
}

struct Snapshot {
  private let url: URL

  init(name: String, besideTest test: String) {
    url = URL(filePath: test).deletingLastPathComponent().appending(path: "Snapshots/\(name).txt")
  }

  /// What is wrong, or `nil` when the file holds just this text, byte by byte.
  func difference(from text: String) -> String? {
    guard let recorded = try? String(contentsOf: url, encoding: .utf8) else {
      return
        "There is no snapshot at \(url.path()). Look at what it would hold, then record it with UPDATE_SNAPSHOTS=1:\n\(text)"
    }
    guard Array(recorded.utf8) != Array(text.utf8) else { return nil }
    return "The snapshot \(url.lastPathComponent) differs (- recorded, + now):\n"
      + SnapshotLineDifference(from: recorded, to: text).description
  }

  /// Writes the file, and says so: a recording run never passes.
  func record(_ text: String) -> String {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      return "Recorded \(url.path()); read it, then run without UPDATE_SNAPSHOTS."
    } catch {
      return "The snapshot \(url.path()) cannot be written: \(error)"
    }
  }
}
