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
    return try spans(touching: next, db).first { $0.contains(next) }.map { $0.upperBound + 1 } ?? next
  }

  func insert(_ ordinal: Int, _ db: Database) throws {
    let neighbors = try spans(touching: ordinal, db)
    guard !neighbors.contains(where: { $0.contains(ordinal) }) else { return }
    let first = neighbors.map(\.lowerBound).min() ?? ordinal
    let last = neighbors.map(\.upperBound).max() ?? ordinal
    for span in neighbors where span.lowerBound > ordinal { try delete(span, db) }
    try put(min(first, ordinal)...max(last, ordinal), db)
  }

  func remove(_ ordinal: Int, _ db: Database) throws {
    guard let span = try spans(touching: ordinal, db).first(where: { $0.contains(ordinal) }) else { return }
    try delete(span, db)
    if span.lowerBound < ordinal { try put(span.lowerBound...ordinal - 1, db) }
    if ordinal < span.upperBound { try put(ordinal + 1...span.upperBound, db) }
  }

  /// The spans that hold the ordinal or a neighbor of it: two at most.
  private func spans(touching ordinal: Int, _ db: Database) throws -> [ClosedRange<Int>] {
    let sql = "SELECT first, last FROM judged_span WHERE rater = ? AND first <= ? ORDER BY first DESC LIMIT 2"
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [raterID, ordinal + 1])
      .map { ($0[0] as Int)...($0[1] as Int) }
      .filter { $0.upperBound >= ordinal - 1 }
  }

  private func delete(_ span: ClosedRange<Int>, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM judged_span WHERE rater = ? AND first = ?")
      .execute(arguments: [raterID, span.lowerBound])
  }

  /// Adds the span, or gives the one that begins where it does its end.
  private func put(_ span: ClosedRange<Int>, _ db: Database) throws {
    let sql = """
      INSERT INTO judged_span (rater, first, last) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last
      """
    try db.cachedStatement(sql: sql).execute(arguments: [raterID, span.lowerBound, span.upperBound])
  }
}
