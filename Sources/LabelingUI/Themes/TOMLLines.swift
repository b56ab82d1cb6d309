/// The line on which each key of a TOML document stands, for messages: the parser keeps only its values.
///
/// Good enough for documents of tables and keys; text within multi-line strings may be taken for keys.
package struct TOMLLines: Equatable, Sendable {
  private var lines: [[String]: Int] = [:]

  package init(_ document: String) {
    var table: [String] = []
    let scalars = document.unicodeScalars
    for (index, line) in scalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var reader = KeyReader(rest: Substring(line).unicodeScalars)
      let isTable = reader.skipBrackets()
      guard let keys = reader.dottedKey(), isTable || reader.isAtEquals else { continue }
      if isTable { table = keys }
      let outer = isTable ? [] : table
      for count in 1...keys.count {
        let path = outer + keys.prefix(count)
        lines[path] = lines[path] ?? index + 1
      }
    }
  }

  /// The line of the key itself.
  func exactLine(of path: [String]) -> Int? { lines[path] }

  /// The line of the key, or of the nearest one around it.
  package func line(of path: [String]) -> Int? {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return nil
  }
}

/// Reads bare and quoted keys.
private struct KeyReader {
  var rest: Substring.UnicodeScalarView

  mutating func skipBrackets() -> Bool {
    skip { $0 == " " || $0 == "\t" }
    let found = rest.first == "["
    skip { $0 == "[" || $0 == " " || $0 == "\t" }
    return found
  }

  var isAtEquals: Bool { rest.first == "=" }

  mutating func dottedKey() -> [String]? {
    var keys: [String] = []
    while let key = key() {
      keys.append(key)
      skip { $0 == " " || $0 == "\t" }
      guard rest.first == "." else { return keys }
      rest.removeFirst()
      skip { $0 == " " || $0 == "\t" }
    }
    return nil
  }

  private mutating func key() -> String? {
    if let quote = rest.first, quote == "\"" || quote == "'" {
      rest.removeFirst()
      let text = take { $0 != quote }
      guard !rest.isEmpty else { return nil }
      rest.removeFirst()
      return text
    }
    let text = take {
      $0 == "_" || $0 == "-" || ($0.isASCII && $0.properties.isAlphabetic) || ("0"..."9").contains($0)
    }
    return text.isEmpty ? nil : text
  }

  private mutating func take(while matches: (Unicode.Scalar) -> Bool) -> String {
    let taken = rest.prefix(while: matches)
    rest = rest[taken.endIndex...]
    return String(taken)
  }

  private mutating func skip(while matches: (Unicode.Scalar) -> Bool) {
    rest = rest.drop(while: matches)
  }
}
