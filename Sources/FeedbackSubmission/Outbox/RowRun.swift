/// Rows whose numbers follow each other, and what they have in common. They are read and written by one statement.
struct RowRun<Value> {
  let first: Int64
  var last: Int64
  let value: Value

  var count: Int { Int(last - first) + 1 }
  var range: ClosedRange<Int64> { first...last }

  /// Joins neighbors with equal values, in the order in which they come.
  static func joining(
    _ rows: some Sequence<(seq: Int64, value: Value)>, where areEqual: (Value, Value) -> Bool
  ) -> [RowRun] {
    var runs: [RowRun] = []
    for row in rows {
      if let end = runs.indices.last, row.seq == runs[end].last + 1, areEqual(runs[end].value, row.value) {
        runs[end].last = row.seq
      } else {
        runs.append(RowRun(first: row.seq, last: row.seq, value: row.value))
      }
    }
    return runs
  }
}

/// What rows are to become, gathered so that neighbors that become the same take one statement.
struct RowChanges<Value: Equatable> {
  /// As they came; mostly in the order of the rows.
  private var gathered: [RowRun<Value>] = []

  mutating func append(_ seq: Int64, _ value: Value) {
    Self.append(RowRun(first: seq, last: seq, value: value), to: &gathered)
  }

  /// In the order of the rows.
  var runs: [RowRun<Value>] {
    var runs: [RowRun<Value>] = []
    for run in gathered.sorted(by: { $0.first < $1.first }) { Self.append(run, to: &runs) }
    return runs
  }

  private static func append(_ run: RowRun<Value>, to runs: inout [RowRun<Value>]) {
    if let end = runs.indices.last, run.first == runs[end].last + 1, runs[end].value == run.value {
      runs[end].last = run.last
    } else {
      runs.append(run)
    }
  }
}
