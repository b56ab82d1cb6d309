import Testing

@testable import LabelingUI

@Suite("Patterns of a search")
struct PatternMatcherTests {
  static let cases: [(pattern: String, text: String, found: [String])] = [
    ("sky", "sky, sky", ["sky", "sky"]),
    ("s.y", "sky\nspy", ["sky", "spy"]),
    ("a.c", "a\nc", []),
    ("a|bc", "abc", ["a", "bc"]),
    ("ab?", "a ab abb", ["a", "ab", "ab"]),
    ("a+", "aaa a", ["aaa", "a"]),
    ("a+?", "aa", ["a", "a"]),
    ("a{2}", "aaaaa", ["aa", "aa"]),
    ("a{2,}", "a aa aaa", ["aa", "aaa"]),
    ("a{1,2}", "aaa", ["aa", "a"]),
    ("a{,2}", "a{,2}", ["a{,2}"]),
    ("x*", "axxa", ["xx"]),
    ("(?:ab)+c", "ababc", ["ababc"]),
    ("(a|ab)(c|bcd)", "abcd", ["abcd"]),
    ("^a", "a\nba\na", ["a", "a"]),
    ("a$", "ab\na\r\na", ["a", "a"]),
    ("\\bsky\\b", "sky skylark sky", ["sky", "sky"]),
    ("\\Bky", "sky ky", ["ky"]),
    ("[a-c]+", "abcd", ["abc"]),
    ("[^a-c]+", "abcd", ["d"]),
    ("[]x]+", "]x", ["]x"]),
    ("[a-]+", "a-b", ["a-"]),
    ("\\d+", "12 and 3", ["12", "3"]),
    ("[\\d.]+", "3.14!", ["3.14"]),
    ("\\w+", "naïve 空 _x", ["naïve", "空", "_x"]),
    ("\\S+", "a b", ["a", "b"]),
    ("\\u{7A7A}", "空が青い", ["空"]),
    ("\\.", "a.b", ["."]),
    ("(a*)*", "aa", ["aa"]),
    ("(|a)+", "aa", ["aa"]),
    ("", "abc", []),
  ]

  @Test(arguments: cases.indices) func `finds what a reader expects`(index: Int) throws {
    let (pattern, text, found) = Self.cases[index]
    #expect(try matches(pattern, in: text) == found, "\(pattern) in \(text)")
  }

  @Test func `without regard to case, letters of all scripts and ranges match both`() throws {
    #expect(try matches("É[X-Z]ΣA", in: "éyσa ÉYΣA", ignoringCase: true) == ["éyσa", "ÉYΣA"])
    #expect(try matches("[^a]", in: "Aa", ignoringCase: true) == [])
  }

  static let faults = [
    "(", ")", "a)", "[a", "*", "a**b|+", "\\", "a\\q", "a{3,2}", "a{5000}", "[z-a]", "^*", "(?=a)", "\\u{}",
    "\\u{D800}", "(a{1000}){1000}", String(repeating: "(", count: 100),
  ]

  @Test(arguments: faults) func `what is no pattern says why`(pattern: String) {
    #expect(throws: PatternFault.self) { try program(pattern) }
  }

  @Test(arguments: ["(a+)+$", "(a|a)*b", "(.*)*x", "(a?){500}a{500}", "(((a*)*)*)*b"])
  func `a hostile pattern costs no more than text times pattern`(pattern: String) throws {
    let text = String(repeating: "a", count: 1500) + "!"
    var matcher = PatternMatcher(
      try program(pattern), in: SearchableText(text, ignoringCase: false).scalars)
    _ = matcher.firstMatch(from: 0) { _ in false }
    #expect(matcher.effort <= 2 * 1502 * (try program(pattern).steps.count))
  }

  @Test func `nothing, repeated a million times, is compiled at once`() throws {
    #expect(try program("((((){1000}){1000}){1000}){1000}").steps.count < 10)
  }

  @Test func `a search that is told to stop stops`() throws {
    let scalars = SearchableText(String(repeating: "a", count: 100_000), ignoringCase: false).scalars
    var matcher = PatternMatcher(try program("a*b"), in: scalars)
    _ = matcher.firstMatch(from: 0) { _ in true }
    #expect(matcher.effort < 100_000)
  }

  private func program(_ pattern: String, ignoringCase: Bool = false) throws -> PatternProgram {
    try PatternProgram(PatternParser.parse(pattern), ignoresCase: ignoringCase)
  }

  private func matches(_ pattern: String, in text: String, ignoringCase: Bool = false) throws -> [String] {
    let query = SearchQuery(text: pattern, matchesCase: !ignoringCase, isPattern: true)
    var search = try TextSearch(query)
    search.look(through: text, pane: 0) { _ in false }
    let bytes = Array(text.utf8)
    return search.matches.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }
}
