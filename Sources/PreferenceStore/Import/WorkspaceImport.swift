import FeedbackSubmission
import Foundation
import GRDB
import Preference

/// Adds the comparisons of files to a workspace, in one transaction: broken off anywhere, nothing of them is there.
///
/// Only new ids are added. Reading holds one record at a time, however long the files are.
package struct WorkspaceImport {
  /// Told of each record that was not taken.
  package var onFinding: (ImportFinding) -> Void = { _ in }
  /// Told now and then how far it is.
  package var onProgress: (ImportProgress) -> Void = { _ in }

  private let workspace: Workspace

  package struct Source {
    package let file: FileHandle
    /// What findings call the file.
    package let name: String

    package init(file: FileHandle, name: String) {
      self.file = file
      self.name = name
    }
  }

  package init(into workspace: Workspace) {
    self.workspace = workspace
  }

  package func run(_ sources: [Source]) throws -> ImportSummary {
    try workspace.database.write { db in
      var batch = try ImportBatch(db)
      var bytesBefore = 0
      for source in sources {
        var records = ComparisonImport(source.file, name: source.name)
        while let record = try records.next() {
          if let finding = try batch.take(record, from: source.name) { onFinding(finding) }
          if batch.recordCount.isMultiple(of: Self.progressInterval) {
            onProgress(.init(bytesRead: bytesBefore + records.bytesRead, recordsRead: batch.recordCount))
          }
        }
        bytesBefore += records.bytesRead
      }
      onProgress(.init(bytesRead: bytesBefore, recordsRead: batch.recordCount))
      return batch.summary
    }
  }

  private static let progressInterval = 100
}
