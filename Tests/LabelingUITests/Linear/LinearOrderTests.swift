import Preference
import Testing

@testable import LabelingUI

@Suite struct LinearOrderTests {
  @Test(arguments: [
    ("cab", 3, [2, 0, 1]), (" C a\tb ", 3, [2, 0, 1]), ("b", 3, [1]), ("a", 2, [0]),
    ("aa b z", 30, [26, 1, 25]),
    ("ab", 30, [27]),
  ])
  func `letters and labels are runs`(line: String, runCount: Int, columns: [Int]) {
    #expect(LinearOrder(line, runCount: runCount)?.steps == columns.map { .run(column: $0) })
  }

  @Test func `a sign between two ties them`() {
    let steps: [LinearOrder.Step] = [.run(column: 0), .tie, .run(column: 1)]
    #expect(LinearOrder("a=b", runCount: 3)?.steps == steps)
    #expect(LinearOrder("a = b", runCount: 30)?.steps == steps)
    #expect(LinearOrder("=b", runCount: 3)?.steps == [.tie, .run(column: 1)])
    #expect(LinearOrder("=", runCount: 2)?.steps == [.tie])
  }

  @Test(arguments: [
    ("abort", 3), ("bad answer", 3), ("aab", 3), ("ab", 2), ("a==b", 3), ("a=", 3), ("=", 3), ("d", 3),
    ("", 3),
    ("a\u{301}b", 3), ("ae", 30), ("comment", 5),
  ])
  func `what is not all runs is no order`(line: String, runCount: Int) {
    #expect(LinearOrder(line, runCount: runCount) == nil)
  }

  @Test func `every label is found again`() {
    for column in 0..<800 { #expect(RunLabel.column(of: RunLabel.text(ofColumn: column)) == column) }
  }
}
