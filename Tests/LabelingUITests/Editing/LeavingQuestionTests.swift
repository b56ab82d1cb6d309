import Terminal
import Testing

@testable import LabelingUI

@Suite struct LeavingQuestionTests {
  @Test(arguments: [
    (200, "It is changed. s saves  k keeps a draft  x drops  Esc goes on writing"),
    (80, "It is changed. s saves  k keeps a draft  x drops  Esc goes on writing"),
    (60, "Changed: s saves  k keeps a draft  x drops  Esc back"),
    (40, "s save  k keep draft  x drop  Esc back"), (34, "s save  k draft  x drop  Esc back"),
    (20, "Keep? s  k  x  Esc"),
  ])
  func `all that can be done shows at every width`(columns: Int, words: String) {
    var front = FrontDriver(texts: [["one", "two"]], size: .init(columns: columns, rows: 12))
    front.type("eX")
    front.press(Key(.escape))
    #expect(front.lastLine.dropFirst().prefix(words.count) == words)
    #expect(front.lastLine.dropFirst(words.count + 1).allSatisfy { $0 == " " })
  }
}
