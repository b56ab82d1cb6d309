import Foundation
import GRDB
import Preference
import StrictJSON

/// The comparisons of one import on their way into the table: numbers them and tells new from known.
struct ImportBatch {
  private(set) var summary = ImportSummary()
  private(set) var recordCount = 0
  private let db: Database
  private var nextOrdinal: Int
  /// By number of candidates.
  private var peerCounts: [Int: Int]

  init(_ db: Database) throws {
    self.db = db
    nextOrdinal = try ComparisonTable.count(db) + 1
    peerCounts = try ComparisonTable.peerCounts(db)
  }

  /// Returns what is to be reported of the record.
  mutating func take(_ record: ComparisonImport.Record, from file: String) throws -> ImportFinding? {
    recordCount += 1
    switch record {
    case .rejected(let finding):
      summary.count(finding.fault)
      return finding
    case .comparison(let comparison, let line):
      guard let fault = try take(comparison) else { return nil }
      summary.count(fault)
      return ImportFinding(file: file, line: line, fault: fault)
    }
  }

  private mutating func take(_ comparison: Comparison) throws -> RecordFault? {
    let body = comparison.json.utf8()
    let digest = Data(Comparison.digest(ofBody: body))
    let peerIndex = peerCounts[comparison.candidates.count, default: 0]
    let row = ComparisonTable.Row(ordinal: nextOrdinal, comparison: comparison, peerIndex: peerIndex)
    if try ComparisonTable.insert(row, digest: digest, body: Data(body), db) {
      nextOrdinal += 1
      peerCounts[comparison.candidates.count] = peerIndex + 1
      summary.added += 1
      return nil
    }
    guard try ComparisonTable.holds(comparison.id, digest: digest, db) else { return .changedComparison }
    summary.alreadyThere += 1
    return nil
  }
}
