import Foundation

/// Times as RFC 3339 writes them.
package enum RFC3339 {
  /// The time in UTC with milliseconds: `2026-01-31T09:30:00.125Z`.
  package static func text(of date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  /// Whether `text` is a date with a time. A time zone may be missing, because LangSmith's SDK writes naive
  /// times.
  static func isTimestamp(_ text: String) -> Bool {
    var scanner = Scanner(rest: Array(text.utf8)[...])
    guard let year = scanner.number(digits: 4), scanner.take("-"),
      let month = scanner.number(digits: 2), scanner.take("-"), let day = scanner.number(digits: 2),
      1...12 ~= month, 1...days(inMonth: month, of: year) ~= day,
      scanner.take("T") || scanner.take("t") || scanner.take(" "), scanner.clock(), scanner.take(":"),
      let second = scanner.number(digits: 2), second <= 60
    else { return false }
    return scanner.fraction() && scanner.zone() && scanner.rest.isEmpty
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

private struct Scanner {
  var rest: ArraySlice<UInt8>

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(digits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(isDigit) else { return nil }
    rest.removeFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Hours and minutes.
  mutating func clock() -> Bool {
    guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2) else { return false }
    return hour < 24 && minute < 60
  }

  /// Nothing, or a period with at least one digit.
  mutating func fraction() -> Bool {
    guard take(".") else { return true }
    let digits = rest.prefix(while: isDigit)
    rest.removeFirst(digits.count)
    return !digits.isEmpty
  }

  /// Nothing, `Z`, or a distance from UTC.
  mutating func zone() -> Bool {
    if rest.isEmpty || take("Z") || take("z") { return true }
    return (take("+") || take("-")) && clock()
  }

  private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
