import Testing

@testable import LabelingUI

@Suite struct TOMLLinesTests {
  private let lines = TOMLLines(
    """
    # [not.a.table]
    name = "x"

    [roles]
    text = "a = b"
    "run.1" = { fg = "blue" }
    a.b = 1
      [ 'other table' ]  # text
    key=2
    """)

  @Test(arguments: [
    (["name"], 2), (["roles"], 4), (["roles", "text"], 5), (["roles", "run.1"], 6), (["roles", "a", "b"], 7),
    (["other table", "key"], 9),
  ])
  func `each key is found on its line`(path: [String], line: Int) {
    #expect(lines.line(of: path) == line)
  }

  @Test func `a key within an inline table is found where the table is`() {
    #expect(lines.line(of: ["roles", "run.1", "fg"]) == 6)
  }

  @Test func `a key that is not there has no line`() {
    #expect(lines.line(of: ["nothing"]) == nil)
    #expect(lines.line(of: ["not", "a", "table"]) == nil)
  }
}
