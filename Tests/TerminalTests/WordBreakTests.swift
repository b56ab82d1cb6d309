import Testing

@testable import Terminal

@Suite struct `A break inside a word` {
  @Test func `comes after a hyphen where a blank would leave a third of the row empty`() {
    #expect(shown("a well-known-thing", columns: 12) == ["a well-", "known-thing"])
    #expect(shown("a well-known thing", columns: 12) == ["a well-known", "thing"])
    #expect(shown("quite well-known", columns: 12) == ["quite well-", "known"])
    #expect(shown("so long well-known", columns: 13) == ["so long well-", "known"])
    #expect(shown("so longer well-known", columns: 15) == ["so longer", "well-known"])
  }

  @Test func `comes after dashes and slashes`() {
    #expect(shown("it is either—or", columns: 13) == ["it is either—", "or"])
    #expect(shown("a Mexico–Canada", columns: 12) == ["a Mexico–", "Canada"])
    #expect(shown("see src/main/java/org/app", columns: 16) == ["see src/main/", "java/org/app"])
    #expect(shown("https://example.org/a/path", columns: 21) == ["https://example.org/", "a/path"])
    #expect(shown("x https://example.org/ab", columns: 10) == ["x https://", "example.or", "g/ab"])
  }

  @Test func `comes there among other characters too`() {
    #expect(shown("été Saint-Étienne", columns: 12) == ["été Saint-", "Étienne"])
    #expect(shown("e\u{301} Saint-E\u{301}tienne", columns: 10) == ["e\u{301} Saint-", "E\u{301}tienne"])
    #expect(shown("it is either—or", columns: 14, repertoire: .ascii) == ["it is either--", "or"])
    #expect(shown("a\tone-two", columns: 13) == ["a→      one-", "two"])
  }

  @Test(
    arguments: [
      ("run --verbose", 8), ("use -Wall-e", 7), ("on 2024-01-02", 9), ("pages 12–345", 9),
      ("about 3/4711", 8),
      ("an html</div>", 11), ("well ../../up", 8), ("so a/-b/-cd", 8), ("ah --- well", 4), ("some -word", 6),
    ])
  func `comes in no option, number, tag or path upward`(text: String, columns: Int) {
    let words = text.split(separator: " ").map(String.init)
    #expect(shown(text, columns: columns).first == words[0])
  }

  @Test func `fills the row where a mark would leave much of it empty`() {
    #expect(shown("ab/cdefghijklm", columns: 9) == ["ab/cdefgh", "ijklm"])
    #expect(shown("- ab-cdefghijklm", columns: 12) == ["- ab-cdefghi", "  jklm"])
    #expect(shown("abcd/efghijklm", columns: 9) == ["abcd/", "efghijklm"])
  }
}

@Suite struct `A script without blanks between words` {
  @Test func `is broken at once when it is longer than a row`() {
    #expect(shown("abc กขคงจฉชซ", columns: 6) == ["abc กข", "คงจฉชซ"])
    #expect(shown("abc ຂຄງຈຊຍດ", columns: 6) == ["abc ຂຄ", "ງຈຊຍດ"])
    #expect(shown("abc កខគឃងចឆ", columns: 6) == ["abc កខ", "គឃងចឆ"])
    #expect(shown("abc ကခဂဃငစဆ", columns: 6) == ["abc ကခ", "ဂဃငစဆ"])
  }

  @Test func `stays whole when it fits in a row`() {
    #expect(shown("abc กขคงจฉ", columns: 6) == ["abc", "กขคงจฉ"])
    #expect(shown("- ab กขคงจ", columns: 18) == ["- ab กขคงจ"])
    #expect(shown("- abcdefgh กขคงจฉชซฌ", columns: 18) == ["- abcdefgh", "  กขคงจฉชซฌ"])
    #expect(
      shown("- abcdefghijklm กขคงจฉชซฌญฎฏฐฑฒณด", columns: 18) == ["- abcdefghijklm กข", "  คงจฉชซฌญฎฏฐฑฒณด"])
  }

  @Test func `is broken between clusters only`() {
    #expect(shown("กขกำขค", columns: 3) == ["กข", "กำข", "ค"])
    #expect(shown("กขเคงจ", columns: 3) == ["กข", "เคง", "จ"])
    #expect(shown("កខគ\u{17D2}ឃង", columns: 3) == ["កខ", "គ\u{17D2}ឃង"])
    #expect(shown("ကခဂ\u{1039}ဃငစ", columns: 3) == ["ကခ", "ဂ\u{1039}ဃင", "စ"])
    #expect(shown("កខគ\u{17B6}ង", columns: 3) == ["កខ", "គ\u{17B6}ង"])
    #expect(shown("กขค\u{E48}ง", columns: 3) == ["กขค\u{E48}", "ง"])
    #expect(shown("កខគ។ង", columns: 3) == ["កខ", "គ។ង"])
  }

  /// Syllables, by hand.
  private static let syllables = [
    "กา", "แฟ", "อา", "หรับ", "เป็น", "เครื่อง", "ดื่ม", "ดั้ง", "เดิม", "ที่", "ทำ", "จาก", "เม", "ล็ด", "กา", "แฟ", "คั่ว",
    "น้ำ", "เดือด", "สิบ", "นา", "ที", "ผู้", "ใหญ่", "ดื่ม", "กัน", "ทุก", "วัน", "ประ", "เทศ", "กลาง", "คืน", "พระ",
    "จันทร์", "ใกล้",
  ]

  @Test func `is broken between its syllables`() {
    let text = Self.syllables.joined()
    var ends: Set<Int> = [0]
    for syllable in Self.syllables { ends.insert((ends.max() ?? 0) + syllable.utf8.count) }
    for columns in 12...80 {
      var end = 0
      for row in shown(text, columns: columns) {
        end += row.utf8.count
        #expect(ends.contains(end), "\(columns) columns: \(row)")
      }
    }
  }

  @Test func `keeps a vowel that stands behind its consonant with it`() {
    #expect(shown("ขขขขา", columns: 4) == ["ขขข", "ขา"])
    #expect(shown("ຂຂຂຂະ", columns: 4) == ["ຂຂຂ", "ຂະ"])
  }

  @Test func `is broken on a terminal that shows ASCII only`() {
    #expect(
      shown("abc กขค", columns: 19, repertoire: .ascii) == ["abc \\u{E01}\\u{E02}", "\\u{E04}"])
    #expect(
      shown("abc กขค\u{E48}", columns: 19, repertoire: .ascii)
        == ["abc \\u{E01}\\u{E02}", "\\u{E04}\\u{E48}"])
  }
}
