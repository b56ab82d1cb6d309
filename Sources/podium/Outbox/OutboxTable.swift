import Terminal

/// Text in columns as wide as what stands in them. The last column takes what is left of the line.
struct OutboxTable {
  struct Row {
    let cells: [String]
    /// Belongs to the row above that is not.
    var isPart = false
  }

  let header: [String]
  private(set) var rows: [Row] = []

  init(header: [String]) {
    self.header = header
  }

  mutating func add(_ cells: [String], isPart: Bool = false) {
    let visible = cells.enumerated().map { index, cell in
      (index == 0 && isPart ? "  " : "") + VisibleText.escaping(cell)
    }
    rows.append(Row(cells: visible, isPart: isPart))
  }

  /// - Parameter columns: Longer lines are cut; `nil` cuts none.
  func lines(columns: Int?) -> [String] {
    let all = [header] + rows.map(\.cells)
    let widths = header.indices.map { index in
      all.map { TextWidth.columns(of: $0[index], repertoire: .unicode) }.max() ?? 0
    }
    return all.map { cells in
      var line = ""
      for (index, cell) in cells.enumerated() where widths[index] > 0 {
        let padding =
          index == cells.count - 1
          ? 0 : widths[index] - TextWidth.columns(of: cell, repertoire: .unicode) + 2
        line += cell + String(repeating: " ", count: padding)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return columns.map { VisibleText.cut(line, to: $0) } ?? line
    }
  }
}
