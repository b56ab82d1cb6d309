import GRDB

/// Which comparisons a rater has judged, as spans of consecutive ordinals.
///
/// People judge in order, so there are few spans however many comparisons there are, and “how many” and “which is the next
/// without” are answered without reading the judgments.
struct JudgedSpans {
  let raterID: Int64

  func count(_ db: Database) throws -> Int {
    let sql = "SELECT coalesce(sum(last - first + 1), 0) FROM judged_span WHERE rater = ?"
    return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [raterID]) ?? 0
  }

  /// The first ordinal after `ordinal` that is in no span; it may lie beyond the last comparison.
  func firstOutside(after ordinal: Int, _ db: Database) throws -> Int {
    let next = ordinal + 1
    return try span(around: next, db).map { $0.upperBound + 1 } ?? next
  }

  func insert(_ ordinal: Int, _ db: Database) throws {
    guard try span(around: ordinal, db) == nil else { return }
    let before = try span(around: ordinal - 1, db)
    let after = try span(around: ordinal + 1, db)
    for span in [before, after] { if let span { try delete(span, db) } }
    try add((before?.lowerBound ?? ordinal)...(after?.upperBound ?? ordinal), db)
  }

  func remove(_ ordinal: Int, _ db: Database) throws {
    guard let span = try span(around: ordinal, db) else { return }
    try delete(span, db)
    if span.lowerBound < ordinal { try add(span.lowerBound...ordinal - 1, db) }
    if ordinal < span.upperBound { try add(ordinal + 1...span.upperBound, db) }
  }

  private func span(around ordinal: Int, _ db: Database) throws -> ClosedRange<Int>? {
    let sql = "SELECT first, last FROM judged_span WHERE rater = ? AND first <= ? ORDER BY first DESC LIMIT 1"
    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [raterID, ordinal])
    guard let row else { return nil }
    let (first, last): (Int, Int) = (row["first"], row["last"])
    return last >= ordinal ? first...last : nil
  }

  private func delete(_ span: ClosedRange<Int>, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM judged_span WHERE rater = ? AND first = ?")
      .execute(arguments: [raterID, span.lowerBound])
  }

  private func add(_ span: ClosedRange<Int>, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO judged_span (rater, first, last) VALUES (?, ?, ?)")
      .execute(arguments: [raterID, span.lowerBound, span.upperBound])
  }
}
