import Testing

@testable import LabelingUI

@Suite struct CommandWordsTests {
  private static let environment = ["HOME": "/home/a b", "OWN": "x y", "NONE": ""]

  @Test(arguments: [
    ("", []), ("  \t", []), ("vim", ["vim"]), ("  ed\t--flag  two ", ["ed", "--flag", "two"]),
    ("ed --flag \"two words\"", ["ed", "--flag", "two words"]),
    ("ed 'a \"b\" $OWN'", ["ed", "a \"b\" $OWN"]),
    ("'a b'/ed", ["a b/ed"]), ("a\\ b c\\\\", ["a b", "c\\"]), ("ed \"\" ''", ["ed", "", ""]),
    ("\"a\\\"b\\$\\x\"", ["a\"b$\\x"]),
    ("~/ed ~ a~ ~joe \"~\"", ["/home/a b/ed", "/home/a b", "a~", "~joe", "~"]),
    ("$OWN ${OWN}z \"$OWN\" $NONE $UNSET \"$NONE\"", ["x y", "x yz", "x y", ""]),
    ("a$ $/ $%", ["a$", "$/", "$%"]),
    ("ed *.md [a]? {b,c} #d", ["ed", "*.md", "[a]?", "{b,c}", "#d"]),
    ("ed ';' \"|\" \\&", ["ed", ";", "|", "&"]),
    ("e\u{301}d  日本", ["e\u{301}d", "日本"]), ("ed \\\n-x", ["ed", "-x"]),
  ])
  func `words are split as a shell would`(text: String, words: [String]) throws {
    #expect(try CommandWords(text, environment: Self.environment).words == words)
  }

  @Test(arguments: [
    ("ed 'a", "the quote ' is not closed"), ("ed \"a'", "the quote \" is not closed"),
    ("ed \\", "the last \\"),
    ("a; b", "';' is for a shell"), ("a|b", "'|'"), ("a & b", "'&'"), ("a >b", "'>'"), ("a <b", "'<'"),
    ("(a)", "'('"), ("a)", "')'"), ("`a`", "'`'"), ("\"`a`\"", "'`'"), ("$(a)", "'$('"), ("\"$(a)\"", "'$('"),
    ("${A:-b}", "'${'"), ("${}", "'${'"), ("$1", "'$1'"), ("$@", "'$@'"),
  ])
  func `what only a shell could do is refused, and what it is is said`(text: String, words: String) {
    do {
      let taken = try CommandWords(text, environment: [:])
      Issue.record("\(taken)")
    } catch {
      #expect(error.description.contains(words))
    }
  }

  @Test func `any words come back as they were from between quotes`() throws {
    var random = SystemRandomNumberGenerator()
    let scalars = Array("ab $'\"\\;|&<>()`~*\t\né".unicodeScalars)
    for _ in 0..<2000 {
      let words = (0..<3).map { _ in
        var word = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...6, using: &random) { word.append(scalars.randomElement() ?? "a") }
        return String(word)
      }
      let single = words.map { word in
        "'" + word.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
      }
      let double = words.map { word in
        "\""
          + word.unicodeScalars.map { "$`\"\\".unicodeScalars.contains($0) ? "\\\($0)" : String($0) }.joined()
          + "\""
      }
      for quoted in [single, double] {
        #expect(try CommandWords(quoted.joined(separator: " "), environment: [:]).words == words)
      }
    }
  }
}
