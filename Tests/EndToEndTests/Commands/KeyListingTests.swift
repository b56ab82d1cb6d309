import LabelingUI
import Testing

@testable import podium

@Suite struct KeyListingTests {
  @Test(arguments: KeyPreset.allCases, [48, 80, 200])
  func `no line is wider than asked, and no word of the help is lost`(preset: KeyPreset, columns: Int) {
    let lines = KeyListing(KeyBindings(preset)).lines(columns: columns)
    #expect(lines.filter { $0.unicodeScalars.count > columns } == [])
    let words = lines.joined(separator: " ").split(separator: " ")
    let text = words.joined(separator: " ")
    let folded = CommandTable.definitions.map(\.help) + EditorCommandTable.definitions.map(\.help)
    if columns == 200 { #expect(folded.allSatisfy { text.contains($0) }) }
    #expect(words.count >= folded.joined(separator: " ").split(separator: " ").count)
  }

  @Test func `what does not fit beside the name goes on below where it began`() {
    let row = KeyListingRow(keys: "d D", name: "cycle-aid", help: "What is marked: words, or nothing at all.")
    #expect(
      row.lines(widths: (keys: 3, name: 9), columns: 44) == [
        "  d D  cycle-aid  What is marked: words, or",
        "                  nothing at all.",
      ])
    #expect(
      row.lines(widths: (keys: 3, name: 9), columns: 30) == [
        "  d D  cycle-aid", "    What is marked: words, or", "    nothing at all.",
      ])
  }
}
