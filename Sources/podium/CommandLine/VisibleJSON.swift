import StrictJSON

extension VisibleText {
  /// JSON text that means the same, and neither steers a terminal nor hides anything: what would is written as `\u202e`.
  static func json(_ value: JSONValue) -> String {
    // Such characters stand in texts only, where JSON has an escape for each.
    escaping(value.text()) { scalar in
      UTF16.encode(scalar).map { $0.map(escape).joined() } ?? ""
    }
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
