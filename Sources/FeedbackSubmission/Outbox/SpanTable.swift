import GRDB

/// A value for each of many rows, kept once for all neighbors that have the same: a row of such a table stands for all
/// numbers from `first` to `last`. What is in an outbox comes, goes out and ends in the order of its numbers and becomes
/// the same, so that thousands take one statement.
///
/// Every number has one value or none.
struct SpanTable<Value: SpanValue> {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// The value of a row, with the neighbors that have the same.
  func span(of number: Int64) throws -> RowRun<Value>? {
    try last(upTo: number).flatMap { $0.last >= number ? $0 : nil }
  }

  /// Those that have a row in the range, cut to it.
  func spans(in range: ClosedRange<Int64>) throws -> [RowRun<Value>] {
    var spans: [RowRun<Value>] = []
    if let start = try span(of: range.lowerBound) { spans.append(start) }
    let rows = try RawStatement(Value.statements.spansStarting, db)
    rows.bind(1, range.lowerBound)
    rows.bind(2, range.upperBound)
    while try rows.next() { spans.append(try Self.span(rows)) }
    return spans.map {
      RowRun(
        first: max($0.first, range.lowerBound), last: min($0.last, range.upperBound), value: $0.value)
    }
  }

  func assign(_ run: RowRun<Value>) throws {
    let neighbors = try neighbors(of: run.range)
    let left = neighbors.left.flatMap { $0.last >= run.first - 1 && $0.value == run.value ? $0 : nil }
    let right = neighbors.right.flatMap { $0.last > run.last && $0.value == run.value ? $0 : nil }
    // What comes behind its like, as most does.
    if let left, left.last == run.first - 1, neighbors.right?.first == left.first {
      return try setEnd(of: left.first, to: run.last)
    }
    try carve(run.range, (left == nil ? neighbors.left : nil, right == nil ? neighbors.right : nil))
    let whole = RowRun(
      first: left?.first ?? run.first, last: right?.last ?? run.last, value: run.value)
    try delete(whole.range)
    try insert(whole)
  }

  /// The rows have no value any more.
  func remove(_ range: ClosedRange<Int64>) throws {
    try carve(range, neighbors(of: range))
    try delete(range)
  }

  /// The last span that begins before the range, and the last that begins no later than right behind it. They may be
  /// the same.
  private typealias Neighbors = (left: RowRun<Value>?, right: RowRun<Value>?)

  private func neighbors(of range: ClosedRange<Int64>) throws -> Neighbors {
    let right = try last(upTo: range.upperBound + 1)
    if let right, right.first < range.lowerBound { return (right, right) }
    return (try last(upTo: range.lowerBound - 1), right)
  }

  /// Leaves of the neighbors what is outside of the range.
  private func carve(_ range: ClosedRange<Int64>, _ neighbors: Neighbors) throws {
    if let left = neighbors.left, left.last >= range.lowerBound {
      try setEnd(of: left.first, to: range.lowerBound - 1)
    }
    guard let right = neighbors.right, right.first <= range.upperBound, right.last > range.upperBound else {
      return
    }
    try insert(RowRun(first: range.upperBound + 1, last: right.last, value: right.value))
  }
}

// MARK: Statements

extension SpanTable {
  private static func span(_ row: RawStatement) throws -> RowRun<Value> {
    RowRun(first: row.integer(0), last: row.integer(1), value: try Value(row, from: 2))
  }

  private func last(upTo number: Int64) throws -> RowRun<Value>? {
    let rows = try RawStatement(Value.statements.span, db)
    rows.bind(1, number)
    var span: RowRun<Value>?
    while try rows.next() { span = try Self.span(rows) }
    return span
  }

  private func setEnd(of first: Int64, to last: Int64) throws {
    let statement = try RawStatement(Value.statements.end, db)
    statement.bind(1, last)
    statement.bind(2, first)
    try statement.run()
  }

  private func delete(_ range: ClosedRange<Int64>) throws {
    let statement = try RawStatement(Value.statements.deletion, db)
    statement.bind(1, range.lowerBound)
    statement.bind(2, range.upperBound)
    try statement.run()
  }

  private func insert(_ run: RowRun<Value>) throws {
    let statement = try RawStatement(Value.statements.insertion, db)
    statement.bind(1, run.first)
    statement.bind(2, run.last)
    run.value.bind(to: statement, from: 3)
    try statement.run()
  }
}
