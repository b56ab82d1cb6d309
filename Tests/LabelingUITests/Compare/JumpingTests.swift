import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite("Jumping to what is marked")
struct JumpingTests {
  static let left = (1...60).map { "Paragraph \($0) says the same thing in both answers, word by word." }
    .joined(separator: "\n\n")
  static let right = left.replacing("Paragraph 20 says", with: "Paragraph 20 denies")
    .replacing("Paragraph 40 says", with: "Paragraph 40 denies")

  @Test func `the next place that differs comes onto the screen, and after the last the first`() {
    var front = FrontDriver(texts: [[Self.left, Self.right]])
    front.type(")")
    #expect(front.text.contains("Paragraph 20 denies"))
    #expect(front.model.frame().cursor.row > 4)
    front.type(")")
    #expect(front.text.contains("Paragraph 40 denies"))
    front.type(")")
    #expect(front.text.contains("Paragraph 20 denies"))
    #expect(front.lastLine.contains("from the beginning again"))
    front.type("(")
    #expect(front.text.contains("Paragraph 40 denies"))
  }

  @Test func `what only one run says is found, and said to be missing`() {
    var front = FrontDriver(texts: [[Self.left, Self.left + "\n\nThis last remark stands alone."]])
    front.type("&")
    #expect(front.lastLine.contains("nothing is marked as only here in A"))
    front.press(Key(.tab))
    front.type("&")
    #expect(front.text.contains("This last remark"))
  }

  @Test func `from block to block and back`() throws {
    var front = FrontDriver(texts: [[Self.left, Self.right]], size: Size(columns: 80, rows: 12))
    for _ in 0..<10 { front.press(Key(.down, modifiers: .control)) }
    #expect(front.text.contains("Paragraph 10 says"))
    for _ in 0..<9 { front.press(Key(.up, modifiers: .control)) }
    #expect(front.text.contains("Paragraph 1 says"))
  }

  @Test func `the prompt has no marks`() {
    var front = FrontDriver(texts: [["one", "two"]])
    front.type("0)")
    #expect(front.lastLine.contains("the prompt has no marks"))
  }
}
