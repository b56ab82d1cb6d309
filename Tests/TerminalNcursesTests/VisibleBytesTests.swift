import CNcursesw
import Testing

@Suite("Bytes spelled for a terminal after a crash")
struct VisibleBytesTests {
  @Test(arguments: [
    ("plain\ttext\n", "plain\ttext\n"), ("red \u{1B}[31m", "red \\u{1b}[31m"), ("\u{7F}\r", "\\u{7f}\\u{d}"),
    ("\u{9B}2J", "\\u{9b}2J"), ("a\u{202E}b", "a\\u{202e}b"), ("\u{E0041}", "\\u{e0041}"), ("空が🌤 é", "空が🌤 é"),
  ])
  func `what would steer is spelled, the rest is copied`(text: String, shown: String) {
    #expect(spelled(Array(text.utf8)) == shown)
  }

  @Test func `bytes that are no UTF-8 are spelled one by one`() {
    #expect(spelled([0x9B, 0x41]) == "\\x9bA")
    #expect(spelled([0xC0, 0x9B]) == "\\xc0\\x9b")
    #expect(spelled([0xED, 0xA0, 0x80]) == "\\xed\\xa0\\x80")
    #expect(spelled([0x41, 0xE7, 0xA9]) == "A\\xe7\\xa9")
  }

  @Test(arguments: 4...8) func `a character cut between two reads stays whole`(size: Int) {
    let text = "a\u{1B}é空🌤\u{202E}z"
    #expect(spelled(Array(text.utf8), reading: size) == "a\\u{1b}é空🌤\\u{202e}z")
  }

  private func spelled(_ bytes: [UInt8], reading size: Int = 256) -> String {
    var shown: [CChar] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(size))
      var room = [CChar](repeating: 0, count: part.count * Int(TN_WIDEST_SPELLING))
      var taken = 0
      let length = tn_spell_bytes(part, part.count, &room, &taken)
      #expect(taken > 0)
      shown += room.prefix(length)
      rest = rest.dropFirst(taken)
    }
    return String(decoding: shown.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
