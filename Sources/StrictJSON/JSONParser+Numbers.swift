extension JSONParser {
  mutating func number() throws(JSONSyntaxError) -> JSONNumber {
    let start = position
    _ = take(ASCII.minus)
    if take(ASCII.zero) {
      guard !isDigit(next) else { throw failure(expected: "no digit after a leading zero") }
    } else {
      try digits()
    }
    if take(ASCII.period) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(ASCII.plus) || take(ASCII.minus)
      try digits()
    }
    return JSONNumber(validLiteral: String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(JSONSyntaxError) {
    guard isDigit(next) else { throw failure(expected: "a digit") }
    repeat { position += 1 } while isDigit(next)
  }

  private func isDigit(_ byte: UInt8) -> Bool { ASCII.zero...ASCII.nine ~= byte }
}
