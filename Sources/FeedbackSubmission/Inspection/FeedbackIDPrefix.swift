import Foundation
import Identifiers

/// The beginning of an id, as people type it.
package struct FeedbackIDPrefix: Sendable, Equatable {
  /// The ids that begin so, from the first to the last there can be.
  let first: UUID
  let last: UUID

  /// Fewer digits are a slip rather than an id.
  package static let fewestDigits = 4

  /// - Returns: `nil` if it is not the beginning of a UUID.
  package init?(_ text: String) {
    var digits: [UInt8] = []
    for byte in text.utf8 where byte != UInt8(ascii: "-") {
      guard let digit = Self.value(of: byte) else { return nil }
      digits.append(digit)
    }
    guard Self.fewestDigits...32 ~= digits.count else { return nil }
    let missing = 32 - digits.count
    first = Self.id(digits + Array(repeating: 0x0, count: missing))
    last = Self.id(digits + Array(repeating: 0xF, count: missing))
  }

  /// With how many digits both begin.
  static func commonDigits(_ left: UUID, _ right: UUID) -> Int {
    zip(self.digits(of: left), self.digits(of: right)).prefix { $0 == $1 }.count
  }

  /// The first digits of an id, with the hyphens between them.
  static func text(of id: UUID, digits count: Int) -> String {
    var left = count
    let text = id.lowercaseString.unicodeScalars.prefix { scalar in
      if scalar != "-" { left -= 1 }
      return left >= 0
    }
    return String(String.UnicodeScalarView(text)).trimmingCharacters(in: ["-"])
  }

  private static func digits(of id: UUID) -> [UInt8] {
    withUnsafeBytes(of: id.uuid) { bytes in bytes.flatMap { [$0 >> 4, $0 & 0xF] } }
  }

  private static func id(_ digits: [UInt8]) -> UUID {
    let bytes = stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    return bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
