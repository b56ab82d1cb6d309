import Testing

/// The judge of streams, on streams that are guilty.
@Suite struct TerminalStreamTests {
  func faults(_ text: String) -> [String] { TerminalStream(Array(text.utf8)).faults }

  @Test func `a stream is taken apart`() {
    let stream = TerminalStream(Array("\u{1B}[1;31mé\u{1B}(B\u{1B}]2;t\u{7}\u{1B}P1\u{1B}\\\r".utf8) + [0xFF])
    #expect(
      stream.pieces == [
        .sequence("1;31m"), .scalar("é"), .escape("(B"), .string("]2;t"), .string("P1"), .control(13),
        .notUTF8(0xFF),
      ])
    #expect(stream.colors == [31])
  }

  @Test func `what drawing needs is allowed`() {
    #expect(
      faults(
        "\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[1;24r\u{1B}(B\u{1B}[m\u{1B}[38;5;12;48;5;0;1;4mA\u{1B}]2;podium 1/2 · ü\u{1B}\\e\u{301}"
      )
        == [])
  }

  @Test func `the questions of the start are allowed, once`() {
    let questions = "\u{1B}[?2026$p\u{1B}[?2031$p\u{1B}]11;?\u{1B}\\\u{1B}[c"
    #expect(faults(questions + "a").isEmpty)
    #expect(faults(questions + "a" + questions).count == 4)
    #expect(!faults("\u{1B}]11;?\u{1B}\\").isEmpty && !faults("\u{1B}[c").isEmpty)
  }

  @Test(arguments: HostileText.strings)
  func `strings that steer the terminal are not`(text: String) {
    #expect(!faults(text).isEmpty)
  }

  @Test(arguments: HostileText.characters)
  func `characters that are not to be seen are not`(text: String) {
    #expect(!faults(text).isEmpty || ["a\rb", "a\tb", "a\u{8}b"].contains(text))
  }

  @Test(arguments: [
    "\u{1B}[?1003h", "\u{1B}[6n", "\u{1B}[8m", "\u{1B}[5m", "\u{1B}[4:3m", "\u{1B}[>4;2m", "\u{1B}[20h",
    "\u{1B}c", "\u{1B}(0",
    "\u{1B}#8", "\u{1B}[38;2;1;2;3m", "\u{9B}31m", "e\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{E000}",
    "\u{FE0F}",
  ])
  func `modes, questions, hidden text and piles are not`(text: String) {
    #expect(!faults(text).isEmpty)
  }
}
