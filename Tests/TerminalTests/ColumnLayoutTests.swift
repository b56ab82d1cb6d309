import Testing

@testable import Terminal

@Suite struct `A column layout` {
  @Test func `shows as many columns as have 38 cells`() {
    let fitting = [20: 1, 38: 1, 76: 1, 77: 2, 80: 2, 115: 2, 116: 3, 120: 3, 200: 5, 300: 7]
    for (columns, count) in fitting {
      #expect(ColumnLayout(columns: columns, count: 30, focused: 0).visible.count == count, "\(columns)")
    }
  }

  @Test func `gives two runs half of the screen each`() {
    #expect(ColumnLayout(columns: 80, count: 2, focused: 0).spans == [0..<39, 40..<79])
    #expect(ColumnLayout(columns: 200, count: 3, focused: 0).spans == [0..<66, 67..<133, 134..<200])
  }

  @Test func `gives one column all there is`() {
    #expect(ColumnLayout(columns: 20, count: 3, focused: 1).spans == [0..<20])
    #expect(ColumnLayout(columns: 20, count: 3, focused: 1).visible == 1..<2)
    #expect(ColumnLayout(columns: 0, count: 3, focused: 1).spans == [0..<0])
    #expect(ColumnLayout(columns: 80, count: 0, focused: 0).spans.isEmpty)
  }

  @Test func `moves no further than the focus asks for`() {
    #expect(ColumnLayout(columns: 80, count: 5, focused: 1).visible == 0..<2)
    #expect(ColumnLayout(columns: 80, count: 5, focused: 3).visible == 2..<4)
    #expect(ColumnLayout(columns: 80, count: 5, focused: 3, first: 3).visible == 3..<5)
    #expect(ColumnLayout(columns: 80, count: 5, focused: 2, first: 3).visible == 2..<4)
    #expect(ColumnLayout(columns: 80, count: 5, focused: 4, first: 9).visible == 3..<5)
    #expect(ColumnLayout(columns: 80, count: 5, focused: 9).visible == 3..<5)
    #expect(ColumnLayout(columns: 80, count: 5, focused: -1, first: -7).visible == 0..<2)
  }

  @Test(arguments: 1...30)
  func `fills the screen with columns of one width, the focused one among them`(count: Int) {
    for columns in 1...300 {
      for focused in 0..<count {
        let layout = ColumnLayout(columns: columns, count: count, focused: focused, first: focused / 2)
        let widths = layout.spans.map(\.count)
        let isWhole =
          layout.spans.first?.lowerBound == 0
          && (0..<max(1, widths.count)).contains(columns - (layout.spans.last?.upperBound ?? 0))
          && zip(layout.spans, layout.spans.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound }
        let isEven = Set(widths).count == 1
        let isReadable = widths.count == 1 || widths.allSatisfy { $0 >= 38 }
        let isInside = layout.visible.clamped(to: 0..<count) == layout.visible
        let holds = isWhole && isEven && isReadable && isInside && layout.visible.contains(focused)
        if !holds {
          Issue.record("\(columns) columns, \(count) runs, \(focused) focused: \(layout)")
        }
      }
    }
  }
}
