import Testing

@testable import Terminal

@Suite struct `Scrolled rows` {
  private func surface(_ rows: [String]) -> Surface {
    var surface = Surface(size: Size(columns: 10, rows: rows.count))
    for (row, text) in rows.enumerated() {
      surface.write(text, at: Position(column: 0, row: row), columns: 10, role: .text)
    }
    return surface
  }

  private func scrolled(_ old: [String], _ new: [String]) -> ScrolledRows? {
    ScrolledRows(from: surface(old), to: surface(new))
  }

  @Test func `are found with the rows that became free`() throws {
    let up = try #require(scrolled(["top", "1", "2", "3", "4", "end"], ["top", "2", "3", "4", "5", "end"]))
    #expect((up.region, up.freed, up.distance) == (1..<5, 4..<5, 1))
    let down = try #require(scrolled(["1", "2", "3", "4", "5", "6"], ["a", "b", "1", "2", "3", "4"]))
    #expect((down.region, down.freed, down.distance) == (0..<6, 0..<2, -2))
  }

  @Test func `are found around rows that changed otherwise`() throws {
    let rows = try #require(
      scrolled(["1/9", "a", "b", "c", "d", "e", "f"], ["2/9", "b", "c", "d", "e", "f", "g"]))
    #expect((rows.region, rows.distance) == (1..<7, 1))
  }

  @Test func `are not worth while where most rows changed otherwise`() {
    #expect(scrolled(["a", "b", "c", "d"], ["w", "x", "y", "z"]) == nil)
    #expect(scrolled(["a", "b", "c", "d"], ["a", "b", "c", "d"]) == nil)
    #expect(scrolled(["a", "b", "c", "d", "e", "f"], ["c", "x", "y", "z", "b", "w"]) == nil)
  }

  @Test func `are not looked for between sizes`() {
    #expect(scrolled(["a", "b", "c"], ["b", "c"]) == nil)
  }
}
