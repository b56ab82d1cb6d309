import FeedbackSubmission
import Foundation
import GRDB
import Preference

extension Workspace {
  /// Adds comparisons that come from elsewhere than a file, in one transaction: broken off anywhere, none of them is there.
  ///
  /// Only new ids are added. What a comparison read from a file must be, these must be, too.
  ///
  /// - Parameter onFault: Told of each comparison that was not taken, by its id.
  package func add(
    _ comparisons: some Sequence<Comparison>, onFault: (String, RecordFault) -> Void = { _, _ in }
  ) throws -> ImportSummary {
    try database.write { db in
      var batch = try ImportBatch(db)
      return try Self.summary(of: comparisons, onFault) { try batch.take($0) }
    }
  }

  /// What `add` would do.
  package func preview(
    _ comparisons: some Sequence<Comparison>, onFault: (String, RecordFault) -> Void = { _, _ in }
  ) throws -> ImportSummary {
    try database.read { db in
      try Self.summary(of: comparisons, onFault) { comparison in
        guard try ComparisonTable.ordinal(of: comparison.id, db) != nil else { return .added }
        let digest = Data(comparison.digest)
        return try ComparisonTable.holds(comparison.id, digest: digest, db) ? .alreadyThere : .changed
      }
    }
  }

  /// What `add` would do with a new workspace.
  package static func preview(
    ofNewWorkspaceWith comparisons: some Sequence<Comparison>,
    onFault: (String, RecordFault) -> Void = { _, _ in }
  ) throws -> ImportSummary {
    try summary(of: comparisons, onFault) { _ in .added }
  }

  private static func summary(
    of comparisons: some Sequence<Comparison>, _ onFault: (String, RecordFault) -> Void,
    _ take: (Comparison) throws -> ImportBatch.Outcome
  ) throws -> ImportSummary {
    var summary = ImportSummary()
    for comparison in comparisons {
      if let fault = fault(of: comparison) {
        summary.count(fault)
        onFault(comparison.id, fault)
        continue
      }
      switch try take(comparison) {
      case .added: summary.added += 1
      case .alreadyThere: summary.alreadyThere += 1
      case .changed:
        summary.changed += 1
        onFault(comparison.id, .changedComparison)
      }
    }
    return summary
  }

  /// What would keep the comparison from being read again.
  private static func fault(of comparison: Comparison) -> RecordFault? {
    do throws(RecordFault) {
      _ = try ComparisonReader.comparison(from: comparison.json)
      return nil
    } catch {
      return error
    }
  }
}
