import GRDB
import Preference

/// Finds the comparisons of a rater's list, by their ordinals.
struct QueueListing {
  let db: Database
  /// `nil` for a rater who has done nothing yet.
  let raterID: Int64?

  /// Ascending.
  func ordinals(in state: QueueFilter.State) throws -> [Int] {
    switch state {
    case .all: Array(1..<(try ComparisonTable.count(db)) + 1)
    case .judged: try judgedSpans().flatMap(Array.init)
    case .unjudged: try unjudged()
    case .flagged: try ordinals(inTable: "flag")
    case .drafts: try ordinals(inTable: "draft")
    case .disagreement: try Disagreement.ordinals(db)
    }
  }

  private func unjudged() throws -> [Int] {
    var next = 1
    var ordinals: [Int] = []
    for span in try judgedSpans() {
      ordinals += next..<span.lowerBound
      next = span.upperBound + 1
    }
    let count = try ComparisonTable.count(db)
    return next <= count ? ordinals + (next...count) : ordinals
  }

  private func judgedSpans() throws -> [ClosedRange<Int>] {
    guard let raterID else { return [] }
    let sql = "SELECT first, last FROM judged_span WHERE rater = ? ORDER BY first"
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [raterID])
      .map { ($0[0] as Int)...($0[1] as Int) }
  }

  private func ordinals(inTable table: String) throws -> [Int] {
    guard let raterID else { return [] }
    let sql = "SELECT comparison FROM \(table) WHERE rater = ? ORDER BY comparison"
    return try Int.fetchAll(db.cachedStatement(sql: sql), arguments: [raterID])
  }
}

// MARK: - Order

extension QueueListing {
  func sorted(_ ordinals: [Int], by order: QueueFilter.Order) throws -> [Int] {
    guard order != .number else { return ordinals }
    let wanted = Set(ordinals)
    let ranked = try ranked(by: order).filter(wanted.contains)
    guard ranked.count < ordinals.count else { return ranked }
    let placed = Set(ranked)
    return ranked + ordinals.filter { !placed.contains($0) }
  }

  /// What has no place in the order is left out.
  private func ranked(by order: QueueFilter.Order) throws -> [Int] {
    switch order {
    case .number: []
    case .id: try Int.fetchAll(db.cachedStatement(sql: "SELECT ordinal FROM comparison ORDER BY id"))
    case .runs:
      try Int.fetchAll(
        db.cachedStatement(sql: "SELECT ordinal FROM comparison ORDER BY candidate_count DESC, peer_index"))
    case .latest: try latest()
    }
  }

  private func latest() throws -> [Int] {
    let sql = """
      SELECT lineage.comparison FROM lineage
      JOIN judgment ON judgment.lineage = lineage.id AND judgment.revision = lineage.current
      WHERE lineage.rater = ? ORDER BY decided_at DESC, lineage.comparison
      """
    return try Int.fetchAll(db.cachedStatement(sql: sql), arguments: [raterID])
  }
}
