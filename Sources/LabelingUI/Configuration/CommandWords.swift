/// A program and its arguments, as a shell would split them, and no shell: quotes and backslashes hold words together, `~`
/// and variables are replaced, and nothing is run or looked for. A variable stays within its word.
package struct CommandWords: Equatable, Sendable {
  /// What only a shell could do.
  package enum Fault: Error, Equatable, CustomStringConvertible {
    case unclosedQuote(Unicode.Scalar)
    case lastBackslash
    case shellsOwn(String)

    package var description: String {
      switch self {
      case .unclosedQuote(let quote): "the quote \(quote) is not closed: close it, or put \\ before it"
      case .lastBackslash: "nothing stands behind the last \\: take it away, or double it"
      case .shellsOwn(let part):
        "'\(part)' is for a shell, and none reads this: quote it with '', or name a script that does it"
      }
    }
  }

  /// The program first; empty if there is nothing.
  package let words: [String]

  package init(_ text: String, environment: [String: String]) throws(Fault) {
    var reader = CommandWordReader(rest: Substring(text).unicodeScalars, environment: environment)
    words = try reader.read()
  }
}

private struct CommandWordReader {
  var rest: Substring.UnicodeScalarView
  let environment: [String: String]
  private var words: [String] = []
  /// `nil` between two words; what is quoted is a word even if it is empty.
  private var word: String.UnicodeScalarView?

  init(rest: Substring.UnicodeScalarView, environment: [String: String]) {
    self.rest = rest
    self.environment = environment
  }

  mutating func read() throws(CommandWords.Fault) -> [String] {
    while let scalar = rest.popFirst() {
      switch scalar {
      case " ", "\t", "\n": endWord()
      case "'": try takeLiteral()
      case "\"": try takeQuoted()
      case "\\": try takeEscaped()
      case "$": try takeVariable()
      case "~" where word == nil && isHome: append(contentsOf: environment["HOME"] ?? "~")
      case ";", "|", "&", "<", ">", "(", ")", "`": throw .shellsOwn(String(scalar))
      default: append(scalar)
      }
    }
    endWord()
    return words
  }

  /// Others' homes are not looked up.
  private var isHome: Bool { rest.first.map { "/ \t\n".unicodeScalars.contains($0) } ?? true }

  private mutating func takeLiteral() throws(CommandWords.Fault) {
    append(contentsOf: "")
    while let scalar = rest.popFirst() {
      if scalar == "'" { return }
      append(scalar)
    }
    throw .unclosedQuote("'")
  }

  private mutating func takeQuoted() throws(CommandWords.Fault) {
    append(contentsOf: "")
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return
      case "\\":
        guard let next = rest.first, "$`\"\\\n".unicodeScalars.contains(next) else {
          append(scalar)
          continue
        }
        rest.removeFirst()
        if next != "\n" { append(next) }
      case "$": try takeVariable()
      case "`": throw .shellsOwn("`")
      default: append(scalar)
      }
    }
    throw .unclosedQuote("\"")
  }

  private mutating func takeEscaped() throws(CommandWords.Fault) {
    guard let next = rest.popFirst() else { throw .lastBackslash }
    // So goes a line on in the next one.
    if next != "\n" { append(next) }
  }

  private mutating func takeVariable() throws(CommandWords.Fault) {
    guard let first = rest.first else { return append("$") }
    let isBraced = first == "{"
    let name = (isBraced ? rest.dropFirst() : rest).prefix { Self.isOfName($0) }
    if let start = name.first, !("0"..."9").contains(start) {
      let end = rest[name.endIndex...]
      if isBraced, end.first != "}" { throw .shellsOwn("${") }
      rest = isBraced ? end.dropFirst() : end
      if let value = environment[String(name)], !value.isEmpty { append(contentsOf: value) }
    } else if isBraced || !name.isEmpty || "(@*#?-$!".unicodeScalars.contains(first) {
      throw .shellsOwn("$\(first)")
    } else {
      append("$")
    }
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    word = word ?? String.UnicodeScalarView()
    word?.append(scalar)
  }

  private mutating func append(contentsOf text: String) {
    word = (word ?? String.UnicodeScalarView()) + text.unicodeScalars
  }

  private mutating func endWord() {
    if let word { words.append(String(word)) }
    word = nil
  }
}
