import Terminal
import Testing

@testable import LabelingUI

@Suite("Input line")
struct InputLineTests {
  /// The line before, with `|` for the cursor, the keys, and the line after.
  static let cases: [(String, [Key], String)] = [
    ("|", [.letter("a"), .letter("空")], "a空|"),
    ("a|b", [Key(.backspace)], "|b"),
    ("a|b", [Key(.delete)], "a|"),
    ("|b", [Key(.backspace)], "|b"),
    ("ab|", [Key(.left), Key(.left), Key(.left)], "|ab"),
    ("|ab", [Key(.end), .control("a"), Key(.right)], "a|b"),
    ("one two|", [.control("w")], "one |"),
    ("one two|", [Key(.backspace, modifiers: .alt), .control("w")], "|"),
    ("one |two", [Key(.character("d"), modifiers: .alt)], "one |"),
    ("one two|", [Key(.left, modifiers: .control), .control("k")], "one |"),
    ("one |two", [.control("u")], "|two"),
  ]

  @Test(arguments: cases.indices) func `keys edit`(index: Int) {
    let (before, keys, after) = Self.cases[index]
    var line = InputLine(before.filter { $0 != "|" })
    let start = before.prefix { $0 != "|" }.unicodeScalars.count
    while line.cursor > start { _ = line.take(Key(.left)) }
    for key in keys {
      let isTaken = line.take(key)
      #expect(isTaken)
    }
    let scalars = line.text.unicodeScalars.map(Character.init)
    #expect(String(scalars[..<line.cursor]) + "|" + String(scalars[line.cursor...]) == after)
  }

  @Test func `other keys are not taken`() {
    var line = InputLine("a")
    let isTaken = [Key(.enter), Key(.function(1)), .control("x")].map { line.take($0) }
    #expect(isTaken == [false, false, false])
  }

  @Test func `a paste comes in on one line, and no line grows without end`() {
    var line = InputLine()
    line.insert(pasted: "a\nb\tc")
    #expect(line.text == "a b c")
    line.insert(pasted: String(repeating: "x", count: 100_000))
    #expect(line.scalars.count == 1000)
  }

  @Test func `a long line shows its end, and the cursor always has a cell`() {
    var surface = Surface(size: Size(columns: 8, rows: 1))
    let column = InputLine("0123456空空").draw(
      on: &surface, at: Position(column: 0, row: 0), columns: 8, role: .input)
    #expect(surface.rowsOfText == ["456空空 "])
    #expect(column == 7)
  }
}
