/// The text of a paste: no control characters but tab and line feed, which also stands for CR and CR LF.
package struct PastedText: Hashable, Sendable {
  package let text: String
  /// Control characters that were left out.
  package let controlCount: Int
  /// Bytes that are no UTF-8; the replacement character stands for them.
  package let invalidCount: Int
  /// Bytes beyond what is taken.
  package let excessCount: Int

  package init(_ text: String, controlCount: Int = 0, invalidCount: Int = 0, excessCount: Int = 0) {
    self.text = text
    self.controlCount = controlCount
    self.invalidCount = invalidCount
    self.excessCount = excessCount
  }

  package init(cleaning bytes: [UInt8], excessCount: Int = 0) {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    var (controls, invalid) = (0, 0)
    func take(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0D: text.append("\n")
      case 0x09, 0x0A: text.append(scalar)
      case 0..<0x20, 0x7F...0x9F: controls += 1
      default: text.append(scalar)
      }
      previous = scalar
    }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): take(scalar)
      case .error:
        invalid += 1
        take("\u{FFFD}")
      case .emptyInput: break decoding
      }
    }
    self.init(String(text), controlCount: controls, invalidCount: invalid, excessCount: excessCount)
  }
}

/// A text that lost nothing.
extension PastedText: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}
