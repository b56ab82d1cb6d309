import Foundation
import GRDB
import Preference
import StrictJSON

/// The comparisons of one import on their way into the table: numbers them and tells new from known.
struct ImportBatch {
  enum Outcome {
    case added
    case alreadyThere
    case changed
  }

  private let db: Database
  private var nextOrdinal: Int
  /// By number of candidates.
  private var peerCounts: [Int: Int]

  init(_ db: Database) throws {
    self.db = db
    nextOrdinal = try ComparisonTable.count(db) + 1
    peerCounts = try ComparisonTable.peerCounts(db)
  }

  mutating func take(_ comparison: Comparison) throws -> Outcome {
    let body = comparison.json.utf8()
    let digest = Data(Comparison.digest(ofBody: body))
    let peerIndex = peerCounts[comparison.candidates.count, default: 0]
    let row = ComparisonTable.Row(ordinal: nextOrdinal, comparison: comparison, peerIndex: peerIndex)
    guard try ComparisonTable.insert(row, digest: digest, body: Data(body), db) else {
      return try ComparisonTable.holds(comparison.id, digest: digest, db) ? .alreadyThere : .changed
    }
    try SearchLine.insert(comparison, ordinal: row.ordinal, db)
    nextOrdinal += 1
    peerCounts[comparison.candidates.count] = peerIndex + 1
    return .added
  }
}
