import Foundation

/// Makes version 7 identifiers, each greater than the one before, also within a millisecond and when the
/// clock is set back.
///
///     var ids = UUIDv7Sequence()
///     let id = ids.next(at: Date(), using: &generator)
public struct UUIDv7Sequence: Sendable {
  /// The last identifier without version and variant: milliseconds since 1970, then 74 random bits.
  private var last: UInt128 = 0

  private static let randomBits: UInt128 = 74

  public init() {}

  /// The next identifier. Time and randomness come from the caller.
  public mutating func next(at now: Date, using generator: inout some RandomNumberGenerator) -> UUID {
    let milliseconds = UInt128(max(0, now.timeIntervalSince1970 * 1000))
    if milliseconds > last >> Self.randomBits {
      let random = UInt128(UInt64.random(in: 0 ... .max, using: &generator)) << 10
      let low = UInt128(UInt64.random(in: 0..<1024, using: &generator))
      last = milliseconds << Self.randomBits | random | low
    } else {
      last += UInt128(UInt32.random(in: 1 ... .max, using: &generator))
    }
    return UUID(bits: spread(last), version: 7)
  }

  /// Leaves room for version and variant: 48 bits of time, 4, 12 random bits, 2, 62 random bits.
  private func spread(_ value: UInt128) -> UInt128 {
    let time = value >> 74
    let high = value >> 62 & 0xFFF
    let low = value & (1 << 62 - 1)
    return time << 80 | high << 64 | low
  }
}
