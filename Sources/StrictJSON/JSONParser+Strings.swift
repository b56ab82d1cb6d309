extension JSONParser {
  mutating func string() throws(JSONSyntaxError) -> String {
    position += 1
    let start = position
    position = endOfPlainBytes(from: start)
    if next == ASCII.quotationMark {
      let text = try validText(bytes[start..<position], writtenIn: start..<position)
      position += 1
      return text
    }
    return try stringWithEscapes(from: start)
  }

  private mutating func stringWithEscapes(from start: Int) throws(JSONSyntaxError) -> String {
    var content = Array(bytes[start..<position])
    while next != ASCII.quotationMark {
      guard next == ASCII.backslash else { throw unfinishedString() }
      content.append(contentsOf: try escapedScalar().utf8)
      let end = endOfPlainBytes(from: position)
      content.append(contentsOf: bytes[position..<end])
      position = end
    }
    let text = try content.withUnsafeBufferPointer { buffer throws(JSONSyntaxError) in
      try validText(buffer[...], writtenIn: start..<position)
    }
    position += 1
    return text
  }

  /// `content` as a string; `range` is where it stands in the source, for the error's offset.
  private func validText(
    _ content: Slice<UnsafeBufferPointer<UInt8>>, writtenIn range: Range<Int>
  ) throws(JSONSyntaxError) -> String {
    if let text = String(validating: UnsafeBufferPointer(rebasing: content), as: UTF8.self) { return text }
    throw failure(at: offsetOfInvalidUTF8(in: range), expected: "valid UTF-8")
  }

  private func offsetOfInvalidUTF8(in range: Range<Int>) -> Int {
    var iterator = bytes[range].makeIterator()
    var decoder = UTF8.ForwardParser()
    var offset = range.lowerBound
    while case .valid(let encoded) = decoder.parseScalar(from: &iterator) { offset += encoded.count }
    return offset
  }

  private func unfinishedString() -> JSONSyntaxError {
    position < bytes.count
      ? failure(expected: "control characters to be escaped in strings")
      : failure(expected: "a closing quotation mark")
  }

  private mutating func escapedScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
    position += 1
    let letter = next
    position += 1
    switch letter {
    case ASCII.quotationMark: return "\""
    case ASCII.backslash: return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try hexadecimalScalar()
    default: throw failure(at: position - 1, expected: "one of \"\\/bfnrtu after a backslash")
    }
  }

  private mutating func hexadecimalScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = position - 2
    let unit = try fourHexadecimalDigits()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if UTF16.isLeadSurrogate(unit), take(ASCII.backslash), take(UInt8(ascii: "u")) {
      let trail = try fourHexadecimalDigits()
      if UTF16.isTrailSurrogate(trail) {
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
      }
    }
    throw failure(at: start, expected: "both halves of a surrogate pair")
  }

  private mutating func fourHexadecimalDigits() throws(JSONSyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = hexadecimalValue(of: next) else { throw failure(expected: "four hexadecimal digits") }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }

  private func hexadecimalValue(of byte: UInt8) -> UInt16? {
    switch byte {
    case ASCII.zero...ASCII.nine: UInt16(byte - ASCII.zero)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

extension JSONParser {
  /// Where the first quotation mark, backslash or control character stands at or after `start`, or the end.
  ///
  /// Eight bytes at a time: texts of candidates are long, and nearly all their bytes are plain.
  private func endOfPlainBytes(from start: Int) -> Int {
    var position = start
    let raw = UnsafeRawBufferPointer(bytes)
    while position + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let special = Self.highBitsOfSpecialBytes(in: word)
      if special != 0 { return position + special.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < bytes.count, Self.isPlain(bytes[position]) { position += 1 }
    return position
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != ASCII.quotationMark && byte != ASCII.backslash
  }

  /// The lowest bit set is the top bit of the first byte that is not plain. (A borrow can only spoil bits
  /// above it.)
  private static func highBitsOfSpecialBytes(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotationMarks = word ^ (ones &* UInt64(ASCII.quotationMark))
    let backslashes = word ^ (ones &* UInt64(ASCII.backslash))
    let below32 = (word &- ones &* 0x20) & ~word
    let isQuotationMark = (quotationMarks &- ones) & ~quotationMarks
    let isBackslash = (backslashes &- ones) & ~backslashes
    return (below32 | isQuotationMark | isBackslash) & (ones &* 0x80)
  }
}
