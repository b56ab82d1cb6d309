import Foundation
import Identifiers

/// The names and values behind an address's question mark, in order. A name may come several times.
struct QueryItems: Sendable, Equatable {
  struct Item: Sendable, Equatable {
    let name: String
    let value: String
  }

  /// The calls of the first generation are answered by Python, whose words the server knows.
  enum BooleanSpelling {
    case capitalized
    case lowercase
  }

  private(set) var items: [Item] = []
  private var spelling = BooleanSpelling.capitalized

  init(booleans spelling: BooleanSpelling = .capitalized) {
    self.spelling = spelling
  }

  init(_ items: [Item]) {
    self.items = items
  }

  mutating func add(_ name: String, _ value: String?) {
    if let value { items.append(Item(name: name, value: value)) }
  }

  mutating func add(_ name: String, _ value: Int?) { add(name, value.map { String($0) }) }

  mutating func add(_ name: String, _ value: UUID?) { add(name, value?.lowercaseString) }

  mutating func add(_ name: String, _ value: Bool?) {
    guard let value else { return }
    let word = value ? "true" : "false"
    add(name, spelling == .lowercase ? word : word.capitalized)
  }

  mutating func add(_ name: String, _ values: [String]) {
    for value in values { add(name, value) }
  }

  mutating func add(_ name: String, _ values: [UUID]) {
    for value in values { add(name, value) }
  }

  mutating func set(_ name: String, _ value: String) {
    items.removeAll { $0.name == name }
    add(name, value)
  }

  /// As it stands in an address, the question mark included; empty without items.
  var encoded: String {
    guard !items.isEmpty else { return "" }
    return "?" + items.map { "\(Self.encode($0.name))=\(Self.encode($0.value))" }.joined(separator: "&")
  }

  /// Percent signs for all bytes but those that never have a meaning of their own.
  static func encode(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += byte < 0x10 ? "%0" : "%"
        encoded += String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}
