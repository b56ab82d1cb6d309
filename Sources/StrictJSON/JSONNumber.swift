/// A number in the spelling in which it was written, for example `-0`, `1.0` or `12e3`.
public struct JSONNumber: Hashable, Sendable {
  /// The number's text; always valid JSON.
  public let literal: String

  package init(validLiteral literal: String) {
    self.literal = literal
  }

  /// Makes a number without fraction and exponent.
  public init(_ integer: Int) {
    literal = String(integer)
  }

  /// Makes a number that reads back as a float (`1.0`, never `1`); `nil` for NaN and the infinities, which
  /// JSON lacks.
  public init?(_ double: Double) {
    guard double.isFinite else { return nil }
    literal = "\(double)"
  }

  /// Whether the number has neither fraction nor exponent.
  public var isInteger: Bool { !literal.utf8.contains { $0 == 0x2E || $0 == 0x65 || $0 == 0x45 } }

  /// The nearest double; infinite where the literal is beyond its range.
  public var doubleValue: Double { Double(literal) ?? .nan }

  /// The value, if it is written as an integer and fits.
  public var intValue: Int? { isInteger ? Int(literal) : nil }
}
