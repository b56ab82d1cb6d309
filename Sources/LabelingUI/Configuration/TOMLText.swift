/// Values as TOML writes them.
package enum TOMLText {
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// One text, several, or none, as the keys of a command are set.
  static func keys(_ words: [String]) -> String {
    switch words.count {
    case 0: quoted("none")
    case 1: quoted(words[0])
    default: "[" + words.map(quoted).joined(separator: ", ") + "]"
    }
  }
}
