/// Empty rows between the rows of a text, which bring it level with another one. Rows that are shown are counted with them.
struct FillerRows: Equatable, Sendable {
  private struct Gap: Equatable {
    /// The row of the text that stands below it.
    let row: Int
    /// The empty rows so far, this gap's among them.
    var total: Int
  }

  private var gaps: [Gap] = []
  /// Empty rows below the text.
  private(set) var tail = 0

  var total: Int { (gaps.last?.total ?? 0) + tail }

  /// Rows are given in ascending order.
  mutating func add(_ count: Int, before row: Int) {
    guard count > 0 else { return }
    let total = (gaps.last?.total ?? 0) + count
    if gaps.last?.row == row {
      gaps[gaps.count - 1].total = total
    } else {
      gaps.append(Gap(row: row, total: total))
    }
  }

  mutating func addTail(_ count: Int) { tail += max(0, count) }

  /// Where a row of the text is shown.
  func shown(_ row: Int) -> Int {
    row + (gap { $0.row <= row }?.total ?? 0)
  }

  /// The row of the text that is shown there; `nil` for an empty one between rows. Below the text it goes on counting.
  func row(at shown: Int) -> Int? {
    let index = count { $0.row + $0.total <= shown }
    let row = shown - (index > 0 ? gaps[index - 1].total : 0)
    return index < gaps.count && row >= gaps[index].row ? nil : row
  }

  /// The row that is shown there or, where it is empty, the next one.
  func row(atOrAfter shown: Int) -> Int {
    if let row = row(at: shown) { return row }
    return gaps[count { $0.row + $0.total <= shown }].row
  }

  private func gap(where isBefore: (Gap) -> Bool) -> Gap? {
    let index = count(where: isBefore)
    return index > 0 ? gaps[index - 1] : nil
  }

  /// How many gaps satisfy what the first ones do and the last ones do not.
  private func count(where isBefore: (Gap) -> Bool) -> Int {
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(gaps[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
