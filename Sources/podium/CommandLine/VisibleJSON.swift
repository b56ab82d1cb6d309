import StrictJSON
import Terminal

extension VisibleText {
  /// JSON text that means the same, and neither steers a terminal nor hides anything: what would is written as `\u202e`.
  static func json(_ value: JSONValue) -> String {
    // Such characters stand in texts only, where JSON has an escape for each.
    SanitizedText.replacingHidden(in: value.text(), with: escape)
  }

  /// What a file would get as it is, for a terminal: lines of JSON, or of text, their ends and tabs as they are.
  static func forTerminal(_ bytes: [UInt8], isJSON: Bool) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    return Array((isJSON ? escapingLines(text, with: escape) : escapingLines(text)).utf8)
  }

  private static func escape(_ part: HiddenPart) -> String {
    switch part {
    case .character(let scalar): escape(scalar)
    case .excessMarks(let marks): marks.map(escape).joined()
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar).map { $0.map(escape).joined() } ?? ""
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
