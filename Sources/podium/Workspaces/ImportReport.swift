import Foundation
import Preference
import PreferenceStore

/// Tells on standard error what an import finds and how far it is.
final class ImportReport {
  private let console: Console
  private var progress: ProgressReport
  private let totalBytes: Int?

  init(console: Console, sources: [ImportSource]) {
    self.console = console
    progress = ProgressReport(console: console, startedAt: Date())
    totalBytes = Self.size(of: sources)
  }

  func show(_ finding: ImportFinding) {
    progress.clear()
    console.note(finding.description)
  }

  func show(_ state: ImportProgress) {
    progress.show(line(for: state), at: Date())
  }

  func finish() {
    progress.clear()
  }

  private func line(for state: ImportProgress) -> String {
    guard let totalBytes, totalBytes > 0 else { return "importing: \(state.recordsRead) records" }
    let percent = min(100, state.bytesRead * 100 / totalBytes)
    return "importing: \(percent) %, \(state.recordsRead) records"
  }

  /// `nil` if one of them is a pipe.
  private static func size(of sources: [ImportSource]) -> Int? {
    var total = 0
    for source in sources {
      var status = stat()
      guard fstat(source.file.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        return nil
      }
      total += Int(status.st_size)
    }
    return total
  }
}
