/// Brings texts that stand side by side level with each other: rows that stand for each other are shown on the same line.
struct RowAlignment {
  /// One text: its rows, and which of them stand for what. The same key in two texts is the same place.
  struct Column {
    let rowCount: Int
    /// Both ascend.
    let places: [(key: Int, row: Int)]
  }

  /// The empty rows that each text needs. All texts have the same number of rows then.
  ///
  /// - Parameter most: what would need more empty rows in one place stays where it is.
  static func fillers(for columns: [Column], most: Int = .max) -> [FillerRows] {
    var fillers = columns.map { _ in FillerRows() }
    var next = columns.map { _ in 0 }
    for key in Set(columns.flatMap { $0.places.map(\.key) }).sorted() {
      var rows: [(column: Int, row: Int)] = []
      for index in columns.indices {
        guard next[index] < columns[index].places.count, columns[index].places[next[index]].key == key else {
          continue
        }
        rows.append((index, columns[index].places[next[index]].row))
        next[index] += 1
      }
      guard rows.count > 1 else { continue }
      let line = rows.reduce(0) { max($0, fillers[$1.column].shown($1.row)) }
      guard rows.allSatisfy({ line - fillers[$0.column].shown($0.row) <= most }) else { continue }
      for (column, row) in rows { fillers[column].add(line - fillers[column].shown(row), before: row) }
    }
    let height = columns.indices.reduce(0) { max($0, columns[$1].rowCount + fillers[$1].total) }
    for index in columns.indices {
      fillers[index].addTail(height - columns[index].rowCount - fillers[index].total)
    }
    return fillers
  }
}
