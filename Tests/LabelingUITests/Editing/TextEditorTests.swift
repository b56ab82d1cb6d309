import Terminal
import Testing

@testable import LabelingUI

@Suite struct TextEditorTests {
  /// Text with the cursor, keys, text after.
  static let cases: [(String, String, String)] = [
    // Motion
    ("ab|c", "Left", "a|bc"), ("|abc", "Left", "|abc"), ("ae\u{301}|b", "Left", "a|e\u{301}b"),
    ("a|bc", "Right", "ab|c"), ("|👨‍👩‍👧b", "Right", "👨‍👩‍👧|b"), ("a|\r\nb", "Right", "a\r\n|b"),
    ("abc\nde|f", "Up", "ab|c\ndef"), ("ab|c\nd\nefg", "Down Down", "abc\nd\nef|g"), ("a|b", "Up", "|ab"),
    ("a|b", "Down", "ab|"), ("日本|\nabcd", "Down", "日本\nabcd|"), ("日|本\nabcd", "Down", "日本\nab|cd"),
    ("one two| three", "C-Left", "one |two three"), ("one |two three", "M-b", "|one two three"),
    ("one| two three", "C-Right", "one two| three"), ("日本|ですよ", "M-f", "日本ですよ|"),
    ("a\nbc|d", "Home", "a\n|bcd"), ("a|b\nc", "End", "ab|\nc"), ("a|b\nc", "^E", "ab|\nc"),
    ("a\n\nb\nc|", "C-Up", "a\n|\nb\nc"), ("|a\nb\n\nc", "C-Down", "a\nb\n|\nc"), ("|a", "M-}", "a|"),
    ("a\nb\n\nc|", "M-{", "a\nb\n|\nc"),
    ("|1\n2\n3\n4\n5\n6", "PgDn", "1\n2\n3\n4\n|5\n6"), ("1\n2\n3\n4\n5\n6|", "PgUp", "1\n2|\n3\n4\n5\n6"),
    ("ab\nc|d", "C-Home", "|ab\ncd"), ("a|b\ncd", "C-End", "ab\ncd|"), ("ab|", "M-<", "|ab"),
    ("|ab", "M->", "ab|"),
    // Selecting
    ("a|bc", "S-Right S-Right", "a[bc|]"), ("ab|c", "S-Left", "a[|b]c"),
    ("|one two", "C-S-Right", "[one|] two"),
    ("a[b|]c", "Left", "a|bc"), ("a[|b]c", "Right", "ab|c"), ("a|b\ncd", "S-Down", "a[b\nc|]d"),
    ("a|bc", "C-Space Right Right", "a[bc|]"), ("a|bc", "C-Space Right C-Space Right", "abc|"),
    ("a|b\ncd", "^A", "[ab\ncd|]"), ("a|bc", "S-End", "a[bc|]"),
    // Writing
    ("a|c", "'b'", "ab|c"), ("a[b|]c", "'x'", "ax|c"), ("a|b", "Enter", "a\n|b"),
    ("x\r\na|b", "Enter", "x\r\na\r\n|b"),
    ("a|b", "Tab", "a  |b"), ("[a\nb|]", "Tab", "[  a\n  b|]"), ("  a|", "S-Tab", "a|"),
    ("[\ta\n b|]", "S-Tab", "[a\nb|]"),
    // Deleting
    ("ab|c", "Backspace", "a|c"), ("ae\u{301}|", "Backspace", "a|"), ("a\r\n|b", "Backspace", "a|b"),
    ("a[bc|]d", "Backspace", "a|d"), ("|", "Backspace", "|"),
    ("a|bc", "Delete", "a|c"), ("a|bc", "^D", "a|c"), ("a[b|]c", "Delete", "a|c"), ("a|\nb", "Delete", "a|b"),
    ("one two|", "^W", "one |"), ("one two |", "M-Backspace", "one |"), ("|one two", "M-d", "| two"),
    ("one| two", "C-Delete", "one|"),
    ("a\nbc|d", "^U", "a\n|d"), ("a|bc\nd", "^K", "a|\nd"), ("a|\nd", "^K", "a|d"),
    ("a\nb|\nc", "M-k", "a\n|c"),
    // Cut, copy, paste
    ("a[b|]c", "^X End ^V", "acb|"), ("a\nb|c\nd", "^X", "a\n|d"), ("a|\nb", "^X ^V ^V", "a\na\n|b"),
    ("[ab|]", "^C Right ^V", "abab|"), ("a[b|]c", "^C ^V", "ab|c"),
    // Undo and redo
    ("a|c", "'b' ^Z", "a|c"), ("a|c", "'b' ^Z ^Y", "ab|c"), ("|", "'one_two' ^Z", "one |"),
    ("|", "'one_two' ^Z ^Z", "|"), ("|", "'one_two' M-u M-r", "one two|"), ("a[b|]c", "'x' ^Z", "a[b|]c"),
    ("abc|", "Backspace Backspace ^Z", "abc|"), ("ab|", "'c' Backspace ^Z", "abc|"),
    ("a|b", "'x' Left 'y' ^Z", "a|xb"),
  ]

  @Test(arguments: cases)
  func `a key does to the text what its command says`(before: String, keys: String, after: String) throws {
    var driver = EditorDriver(before)
    try driver.press(keys)
    #expect(driver.text == after, "\(before) — \(keys)")
  }

  @Test func `every command of the text has a case`() {
    let keys = Set(Self.cases.flatMap { $0.1.split(separator: " ").map(String.init) })
    let elsewhere: Set<EditorCommand> = [
      .search, .nextMatch, .previousMatch, .replace, .save, .leave, .discard, .restoreOriginal,
      .editExternally, .help, .redraw, .suspend,
    ]
    let bindings = EditorKeyBindings()
    for command in EditorCommand.allCases where !elsewhere.contains(command) {
      #expect(bindings[command].contains { keys.contains($0.text) }, "\(command)")
    }
  }

  @Test func `a pause ends a step of undo`() throws {
    var driver = EditorDriver("|")
    try driver.press("'ab'")
    driver.wait()
    try driver.press("'cd' ^Z")
    #expect(driver.text == "ab|")
  }

  @Test func `up and down keep to their column over short and wrapped rows`() throws {
    var driver = EditorDriver("abcdef|gh\n\nabcdefgh ijklmnop", columns: 10)
    try driver.press("Down Down")
    #expect(driver.text == "abcdefgh\n\nabcdef|gh ijklmnop")
    try driver.press("Down")
    #expect(driver.text == "abcdefgh\n\nabcdefgh ijklmn|op")
    try driver.press("Up Up Up")
    #expect(driver.text == "abcdef|gh\n\nabcdefgh ijklmnop")
  }

  @Test func `row ends come before line ends`() throws {
    var driver = EditorDriver("abcd|efgh ijklmnop", columns: 10)
    try driver.press("End")
    #expect(driver.text == "abcdefgh| ijklmnop")
    try driver.press("End")
    #expect(driver.text == "abcdefgh ijklmnop|")
    try driver.press("Home")
    #expect(driver.text == "abcdefgh |ijklmnop")
    try driver.press("Home")
    #expect(driver.text == "|abcdefgh ijklmnop")
  }

  @Test func `a paste of 100 KB is one step`() throws {
    var driver = EditorDriver("a|b")
    driver.editor.insert(String(repeating: "paste\n", count: 17_000), at: .zero)
    #expect(driver.editor.text.count == 102_002)
    try driver.press("^Z")
    #expect(driver.text == "a|b")
  }

  @Test func `replacing all is one step`() throws {
    var driver = EditorDriver("x a x b x|")
    driver.editor.replaceAll([0..<1, 4..<5, 8..<9], with: "yy", at: .zero)
    #expect(driver.editor.text.string == "yy a yy b yy")
    try driver.press("^Z")
    #expect(driver.text == "x a x b x|")
  }

  @Test func `random keys keep the text valid and undo brings it back`() throws {
    let keys = [
      "Left", "Right", "Up", "Down", "S-Left", "S-Right", "C-Left", "C-S-Right", "Home", "End", "Backspace",
      "Delete", "^W", "M-d", "^K", "^U", "^X", "^V", "Enter", "Tab", "S-Tab", "'a'", "'日'", "M-k",
    ]
    var generator = SplitMix(seed: 11)
    for _ in 0..<20 {
      let original = RandomEdits.text(60, &generator)
      var driver = EditorDriver(original.unicodeScalars.contains("[") ? "x|" : original + "|", columns: 12)
      let before = driver.editor.text
      for _ in 0..<150 {
        try driver.press(keys[generator.below(keys.count)])
        try #require(driver.editor.text.flaw == nil)
      }
      let text = driver.editor.text
      #expect(String(validating: text.bytes(in: 0..<text.count), as: UTF8.self) != nil)
      #expect(text.scalarStart(atOrBefore: driver.editor.cursor) == driver.editor.cursor)
      // No key makes more than one step.
      for _ in 0...150 { _ = driver.editor.undo() }
      #expect(driver.editor.text == before)
      for _ in 0...150 { _ = driver.editor.redo() }
      #expect(driver.editor.text == text)
    }
  }
}
