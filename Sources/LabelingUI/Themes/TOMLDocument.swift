import TOMLKit

/// A text read as TOML, with the parser kept from what would end the program: a table's header that begins with no key.
enum TOMLDocument {
  struct SyntaxError: Error {
    let line: Int
    let message: String
  }

  static func table(_ text: String) throws(SyntaxError) -> TOMLTable {
    var headers = TOMLHeaderScan(text)
    if let line = headers.lineOfBrokenHeader() {
      throw fault(above: line, of: text)
        ?? SyntaxError(line: line, message: "expected the name of a table behind '['")
    }
    return try parse(text)
  }

  /// The scan knows headers only: something else may be wrong before one.
  private static func fault(above line: Int, of text: String) -> SyntaxError? {
    let above = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).prefix(line - 1)
    do {
      _ = try parse(above.map { String($0) + "\n" }.joined())
      return nil
    } catch {
      return error
    }
  }

  private static func parse(_ text: String) throws(SyntaxError) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch {
      let parseError = error as? TOMLParseError
      throw SyntaxError(
        line: parseError?.source.begin.line ?? 1, message: parseError?.description ?? "it cannot be read")
    }
  }
}

/// Looks for headers of tables, past strings, comments and arrays.
private struct TOMLHeaderScan {
  private var rest: Substring.UnicodeScalarView
  private var line = 1
  /// Brackets and braces that are open.
  private var depth = 0

  init(_ text: String) {
    rest = Substring(text).unicodeScalars
  }

  mutating func lineOfBrokenHeader() -> Int? {
    var isAtStart = true
    while let scalar = rest.first {
      if isAtStart, depth == 0, scalar == "[", !beginsName() { return line }
      switch scalar {
      case "\"", "'": skipString(scalar)
      case "#": rest = rest.drop { $0 != "\n" }
      default:
        if scalar == "[" || scalar == "{" { depth += isAtStart && depth == 0 ? 0 : 1 }
        if scalar == "]" || scalar == "}" { depth = max(0, depth - 1) }
        if scalar == "\n" { line += 1 }
        rest.removeFirst()
      }
      isAtStart = scalar == "\n" || isAtStart && (scalar == " " || scalar == "\t")
    }
    return nil
  }

  private func beginsName() -> Bool {
    let brackets = rest.prefix(2).prefix { $0 == "[" }.count
    let name = rest.dropFirst(brackets).drop { $0 == " " || $0 == "\t" }
    guard let first = name.first else { return true }
    let isBare = ("a"..."z").contains(first) || ("A"..."Z").contains(first) || ("0"..."9").contains(first)
    return isBare || "_-\"']".unicodeScalars.contains(first)
  }

  private mutating func skipString(_ quote: Unicode.Scalar) {
    let isLong = rest.prefix(3).elementsEqual([quote, quote, quote])
    rest = rest.dropFirst(isLong ? 3 : 1)
    while let scalar = rest.first {
      if !isLong, scalar == "\n" { return }
      if scalar == quote, !isLong || rest.prefix(3).elementsEqual([quote, quote, quote]) {
        rest = rest.dropFirst(isLong ? 3 : 1)
        return
      }
      if scalar == "\n" { line += 1 }
      rest = rest.dropFirst(scalar == "\\" && quote == "\"" && rest.dropFirst().first != "\n" ? 2 : 1)
    }
  }
}
