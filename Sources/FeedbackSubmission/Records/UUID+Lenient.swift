import Foundation

extension UUID {
  /// Reads an id as Python's `uuid.UUID` does: capitals or not, with or without hyphens, in braces, as a URN.
  package init?(lenient text: String) {
    guard text.utf8.count <= 64 else { return nil }
    let digits = text.replacing("urn:", with: "").replacing("uuid:", with: "").filter { !"{}-".contains($0) }
    guard digits.utf8.count == 32, digits.utf8.allSatisfy(\.isHexadecimalDigit),
      let bits = UInt128(digits, radix: 16)
    else { return nil }
    self = withUnsafeBytes(of: bits.bigEndian) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
