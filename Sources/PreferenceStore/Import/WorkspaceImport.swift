import FeedbackSubmission
import Foundation
import GRDB
import Preference

/// Adds the comparisons of files to a workspace, in one transaction: broken off anywhere, nothing of them is there.
///
///     var comparisons = WorkspaceImport(sources, onFinding: report)
///     guard try comparisons.findFirst() else { return }   // nothing to make a workspace for
///     let summary = try comparisons.run(into: workspace, now: Date())
///
/// Only new ids are added. One record is held at a time, however long the files are.
package struct WorkspaceImport {
  package private(set) var summary = ImportSummary()

  private let onFinding: (ImportFinding) -> Void
  private let onProgress: (ImportProgress) -> Void
  private var stream: ImportStream
  /// Read by `findFirst` and not yet added.
  private var first: ImportStream.Item?
  /// Files that hold nothing that was not taken, by their index; what is left may be skipped the next time.
  private var stamps: [Int: FileStamp]

  /// - Parameters:
  ///   - onFinding: Told of each record that was not taken.
  ///   - onProgress: Told now and then how far it is.
  package init(
    _ sources: [ImportSource], onFinding: @escaping (ImportFinding) -> Void = { _ in },
    onProgress: @escaping (ImportProgress) -> Void = { _ in }
  ) {
    stream = ImportStream(sources)
    stamps = Dictionary(
      uniqueKeysWithValues: sources.enumerated().compactMap { index, source in
        source.stamp.map { (index, $0) }
      })
    self.onFinding = onFinding
    self.onProgress = onProgress
  }

  /// Reads up to the first comparison; false if there is none.
  package mutating func findFirst() throws -> Bool {
    while first == nil, let item = try stream.next() {
      if case .rejected(let finding) = item.record { report(finding, of: item) } else { first = item }
    }
    return first != nil
  }

  package mutating func run(into workspace: Workspace, now: Date) throws -> ImportSummary {
    try workspace.database.write { db in
      var batch = try ImportBatch(db)
      while let item = try nextItem() {
        try take(item, &batch)
        if stream.recordsRead.isMultiple(of: Self.progressInterval) { reportProgress() }
      }
      reportProgress()
      try remember(at: now, db)
    }
    return summary
  }

  private mutating func nextItem() throws -> ImportStream.Item? {
    defer { first = nil }
    return try first ?? stream.next()
  }

  private mutating func take(_ item: ImportStream.Item, _ batch: inout ImportBatch) throws {
    switch item.record {
    case .rejected(let finding):
      report(finding, of: item)
    case .comparison(let comparison, let line):
      switch try batch.take(comparison) {
      case .added: summary.added += 1
      case .alreadyThere: summary.alreadyThere += 1
      case .changed:
        let file = stream.sources[item.source].name
        report(ImportFinding(file: file, line: line, fault: .changedComparison), of: item)
      }
    }
  }

  private mutating func report(_ finding: ImportFinding, of item: ImportStream.Item) {
    summary.count(finding.fault)
    stamps[item.source] = nil
    onFinding(finding)
  }

  private func reportProgress() {
    onProgress(ImportProgress(bytesRead: stream.bytesRead, recordsRead: stream.recordsRead))
  }

  private func remember(at now: Date, _ db: Database) throws {
    for (index, stamp) in stamps where stamp.isSettled(at: now) && stream.sources[index].stamp == stamp {
      try stamp.insert(db)
    }
  }

  private static let progressInterval = 100
}

extension Workspace {
  /// Whether all of the file was imported before and the file has not changed since, so that it need not be read.
  package func hasImported(_ source: ImportSource) throws -> Bool {
    guard let stamp = source.stamp else { return false }
    return try database.read(stamp.exists)
  }
}
