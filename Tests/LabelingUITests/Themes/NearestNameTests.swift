import Testing

@testable import LabelingUI

@Suite struct NearestNameTests {
  private let names = ["text", "text.muted", "border", "border.focus", "status.error"]

  @Test(arguments: [
    ("txet", "text"), ("text.mutd", "text.muted"), ("boarder", "border"), ("status.eror", "status.error"),
  ])
  func `a slip of the fingers is seen through`(typed: String, meant: String) {
    #expect(NearestName.of(typed, among: names) == meant)
  }

  @Test(arguments: ["background", "x", "", "statistics"])
  func `nothing is guessed from afar`(typed: String) {
    #expect(NearestName.of(typed, among: names) == nil)
  }

  @Test(arguments: [
    ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("", "abc", 3), ("kitten", "sitting", 3),
  ])
  func `edits are counted`(source: String, target: String, edits: Int) {
    #expect(NearestName.edits(from: source, to: target) == edits)
  }
}
