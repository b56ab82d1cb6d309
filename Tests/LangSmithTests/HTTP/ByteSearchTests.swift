import Testing

@testable import LangSmith

@Suite struct ByteSearchTests {
  @Test(
    "Every occurrence is replaced, also at the ends and side by side",
    arguments: [
      ("key", "***"), ("a key", "a ***"), ("key b", "*** b"), ("keykey", "******"), ("kekeyy", "ke***y"),
      ("", ""), ("ke", "ke"), ("no", "no"), ("key key key", "*** *** ***"),
    ])
  func replaces(text: String, expected: String) {
    var bytes = Array(text.utf8)
    bytes.replace(bytes: Array("key".utf8), with: "***".utf8)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func `What replaces may hold what was replaced, and nothing is found in nothing`() {
    var bytes = Array("ab".utf8)
    bytes.replace(bytes: Array("a".utf8), with: "aa".utf8)
    #expect(bytes == Array("aab".utf8))
    bytes.replace(bytes: [], with: "x".utf8)
    #expect(bytes == Array("aab".utf8))
    #expect(bytes.contains(bytes: Array("ab".utf8)) && !bytes.contains(bytes: Array("abc".utf8)))
    #expect(![UInt8]().contains(bytes: [1]))
  }
}
