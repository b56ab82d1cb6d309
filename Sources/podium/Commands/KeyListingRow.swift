import Terminal

/// The keys of a command, its name and what it does, over as many lines as a width asks for.
struct KeyListingRow {
  /// Where less is left for it, what a command does stands below its name.
  private static let leastForHelp = 24

  let keys: String
  let name: String
  let help: String

  /// - Parameters:
  ///   - widths: How wide keys and names are in the whole list.
  ///   - columns: How wide a line may be.
  func lines(widths: (keys: Int, name: Int), columns: Int) -> [String] {
    let start = "  " + Self.padding(keys, to: widths.keys) + "  " + Self.padding(name, to: widths.name) + "  "
    let indent = start.unicodeScalars.count
    if columns - indent >= Self.leastForHelp {
      let rows = Self.rows(of: help, columns: columns - indent)
      return rows.enumerated().map { ($0 == 0 ? start : String(repeating: " ", count: indent)) + $1 }
    }
    return ["  " + keys + "  " + name] + Self.rows(of: help, columns: columns - 4).map { "    " + $0 }
  }

  private static func rows(of text: String, columns: Int) -> [String] {
    let wrapped = WrappedText(SanitizedText(text, repertoire: .unicode), columns: max(1, columns))
    let bytes = Array(text.utf8)
    let starts = (0..<wrapped.rowCount).map(wrapped.anchor(ofRow:)) + [bytes.count]
    return zip(starts, starts.dropFirst()).map { start, end in
      var row = bytes[start..<end]
      while row.last == UInt8(ascii: " ") { row.removeLast() }
      return String(decoding: row, as: UTF8.self)
    }
  }

  private static func padding(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }
}
