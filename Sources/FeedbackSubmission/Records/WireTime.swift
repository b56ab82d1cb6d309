import Foundation

/// RFC 3339 as the Python SDK writes it: microseconds, the zone as `+00:00`.
package enum WireTime {
  /// `2026-01-02T03:04:05.678901+00:00`
  package static func text(microseconds: Int64) -> String {
    var bytes: [UInt8] = []
    append(microseconds: microseconds, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Two times stand in every record that is sent, so their digits are written without strings in between.
  static func append(microseconds: Int64, to bytes: inout [UInt8]) {
    let (seconds, fraction) = microseconds.flooredDivision(by: 1_000_000)
    let (days, secondOfDay) = seconds.flooredDivision(by: 86_400)
    let date = civilDate(daysSinceEpoch: days)
    bytes.append(digits: date.year, width: 4)
    bytes.append("-", date.month)
    bytes.append("-", date.day)
    bytes.append("T", secondOfDay / 3600)
    bytes.append(":", secondOfDay / 60 % 60)
    bytes.append(":", secondOfDay % 60)
    bytes.append(UInt8(ascii: "."))
    bytes.append(digits: fraction, width: 6)
    bytes += "+00:00".utf8
  }

  /// `…Z` becomes `…+00:00` and a fraction gets six digits, or goes if it is none; what is no such time is left
  /// as it is.
  static func normalized(_ text: String) -> String {
    parsed(text) ?? text
  }

  /// A date with a time, or a date alone, as the SDK sends it on; `nil` if it is neither.
  package static func parsed(_ text: String) -> String? {
    var reader = WireTimeReader(text)
    return reader.time()
  }

  /// Howard Hinnant's `civil_from_days`: the Gregorian calendar without a calendar.
  private static func civilDate(
    daysSinceEpoch days: Int64
  ) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }
}

extension Date {
  package var microsecondsSince1970: Int64 {
    // In two steps: at today's distance from 1970 a double no longer tells every microsecond exactly.
    let whole = timeIntervalSinceReferenceDate.rounded(.down)
    let fraction = ((timeIntervalSinceReferenceDate - whole) * 1_000_000).rounded()
    return (Int64(whole) + Int64(Date.timeIntervalBetween1970AndReferenceDate)) * 1_000_000 + Int64(fraction)
  }
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ mark: Unicode.Scalar, _ twoDigits: Int64) {
    append(UInt8(ascii: mark))
    append(digits: twoDigits, width: 2)
  }

  fileprivate mutating func append(digits value: Int64, width: Int) {
    var divisor: Int64 = 1
    var digits = 1
    while digits < width || value / divisor > 9 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }
}
