import Preference
import Testing

@testable import LabelingUI

@Suite("Filler rows")
struct FillerRowsTests {
  @Test func `rows are shown below the empty ones before them`() {
    var fillers = FillerRows()
    fillers.add(2, before: 1)
    fillers.add(0, before: 2)
    fillers.add(3, before: 4)
    fillers.addTail(1)
    #expect((0..<6).map(fillers.shown) == [0, 3, 4, 5, 9, 10])
    #expect((0..<11).map(fillers.row(at:)) == [0, nil, nil, 1, 2, 3, nil, nil, nil, 4, 5])
    #expect(fillers.row(atOrAfter: 1) == 1 && fillers.row(atOrAfter: 7) == 4)
    #expect(fillers.total == 6)
  }

  @Test func `every row is found where it is shown`() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<200 {
      var fillers = FillerRows()
      for row in 0..<30 where Bool.random(using: &generator) {
        fillers.add(Int.random(in: 0...4, using: &generator), before: row)
      }
      for row in 0..<30 { #expect(fillers.row(at: fillers.shown(row)) == row) }
    }
  }

  @Test func `what would leave too much of the screen empty is not brought level`() {
    let columns = [
      RowAlignment.Column(rowCount: 50, places: [(1, 2), (2, 40)]),
      RowAlignment.Column(rowCount: 10, places: [(1, 4), (2, 6)]),
    ]
    let fillers = RowAlignment.fillers(for: columns, most: 10)
    #expect(columns.indices.map { fillers[$0].shown(columns[$0].places[0].row) } == [4, 4])
    #expect(columns.indices.map { fillers[$0].shown(columns[$0].places[1].row) } == [42, 6])
  }

  @Test func `places that stand for each other are brought level, and all end together`() {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<200 {
      let columns = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        let count = Int.random(in: 1...40, using: &generator)
        let rows = (0..<count).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
        var key = 0
        return RowAlignment.Column(
          rowCount: count,
          places: rows.map { row in
            key += Int.random(in: 1...3, using: &generator)
            return (key, row)
          })
      }
      let fillers = RowAlignment.fillers(for: columns)
      #expect(Set(columns.indices.map { columns[$0].rowCount + fillers[$0].total }).count == 1)
      var lines: [Int: Set<Int>] = [:]
      for (column, fillers) in zip(columns, fillers) {
        for place in column.places { lines[place.key, default: []].insert(fillers.shown(place.row)) }
      }
      #expect(lines.values.allSatisfy { $0.count == 1 })
    }
  }
}
