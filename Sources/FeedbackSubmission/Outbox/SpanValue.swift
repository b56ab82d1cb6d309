/// What rows have in common with their neighbors; see `SpanTable`.
protocol SpanValue: Equatable {
  static var statements: SpanStatements { get }
  /// - Parameter row: Has the columns of `statements`, from `column` on.
  init(_ row: RawStatement, from column: Int32) throws
  func bind(to statement: RawStatement, from index: Int32)
}

/// The statements for one table of spans: which columns it has besides `first` and `last`.
struct SpanStatements: Sendable {
  /// All but `first` and `last`.
  let columns: String
  let span: String
  let spansStarting: String
  let insertion: String
  let end: String
  let deletion: String

  init(table: String, columns: [String]) {
    let names = columns.joined(separator: ", ")
    self.columns = names
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let selection = "SELECT first, last, \(names) FROM \(table)"
    span = "\(selection) WHERE first <= ? ORDER BY first DESC LIMIT 1"
    spansStarting = "\(selection) WHERE first > ? AND first <= ? ORDER BY first"
    insertion = "INSERT INTO \(table) (first, last, \(names)) VALUES (?, ?, \(marks))"
    end = "UPDATE \(table) SET last = ? WHERE first = ?"
    deletion = "DELETE FROM \(table) WHERE first BETWEEN ? AND ?"
  }
}
