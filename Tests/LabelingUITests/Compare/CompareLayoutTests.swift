import Terminal
import Testing

@testable import LabelingUI

@Suite("Compare layout")
struct CompareLayoutTests {
  static let sizes = [
    (20, 5), (20, 50), (39, 10), (76, 24), (77, 24), (80, 24), (120, 40), (200, 60), (300, 80),
  ]

  @Test(arguments: sizes, [2, 3, 4, 30])
  func `parts stay on the screen, never overlap, and leave every run a line to read`(
    size: (Int, Int), runs: Int
  ) {
    let size = Size(columns: size.0, rows: size.1)
    for focus in [0, runs / 2, runs - 1] {
      let layout = CompareLayout(size: size, runs: Array(0..<runs), focusedColumn: focus, promptRows: 100)
      var taken = Set<Position>()
      for part in layout.parts {
        for row in part.rows {
          for column in part.columns {
            #expect(column < size.columns && row < size.rows)
            #expect(taken.insert(Position(column: column, row: row)).inserted)
          }
        }
      }
      #expect(layout.columns.contains { $0.index == focus })
      #expect(layout.columns.allSatisfy { $0.body.size.rows >= 1 && $0.body.size.columns >= 1 })
    }
  }

  @Test func `as many columns as fit at 38 cells`() {
    func count(_ columns: Int) -> Int {
      CompareLayout(
        size: Size(columns: columns, rows: 24), runs: Array(0..<4), focusedColumn: 0, promptRows: 3
      ).columns.count
    }
    #expect(count(60) == 1)
    #expect(count(80) == 2)
    #expect(count(120) == 3)
    #expect(count(200) == 4)
  }
}

extension CompareLayout {
  fileprivate var parts: [Rectangle] {
    [header, promptTitle, promptBody, strip, hints].compactMap { $0 } + [rankBar]
      + columns.flatMap { [$0.title, $0.gutter, $0.body] }
  }
}
