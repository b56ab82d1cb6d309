/// Reads the ISO 8601 times that Python's SDK takes, and gives them back as it sends them.
struct WireTimeReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = Substring(text).utf8
  }

  /// `nil` unless the whole text is a date, or a date with a time.
  mutating func time() -> String? {
    guard let date = date() else { return nil }
    guard !rest.isEmpty else { return "\(date)T00:00:00" }
    guard take("T") || take("t") || take(" ") || take("_"), let clock = clock(), let fraction = fraction(),
      let zone = zone(),
      rest.isEmpty
    else { return nil }
    return "\(date)T\(clock)\(fraction)\(zone)"
  }

  private mutating func date() -> String? {
    guard let year = digits(4), take("-"), let month = digits(2, atMost: 12), take("-"),
      let day = digits(2, atMost: 31), let y = Int(year), let m = Int(month), let d = Int(day), m > 0,
      1...Self.days(inMonth: m, of: y) ~= d
    else { return nil }
    return "\(year)-\(month)-\(day)"
  }

  /// Hours and minutes, and perhaps seconds.
  private mutating func clock() -> String? {
    guard let hour = digits(2, atMost: 23), take(":"), let minute = digits(2, atMost: 59) else { return nil }
    guard take(":") else { return "\(hour):\(minute):00" }
    return digits(2, atMost: 59).map { "\(hour):\(minute):\($0)" }
  }

  /// Six digits, or nothing where they are all zero.
  private mutating func fraction() -> String? {
    guard take(".") || take(",") else { return "" }
    let digits = rest.prefix { Self.isDigit($0) }
    rest.removeFirst(digits.count)
    guard !digits.isEmpty else { return nil }
    let six = String(Substring(digits.prefix(6))) + String(repeating: "0", count: max(0, 6 - digits.count))
    return six.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? "" : ".\(six)"
  }

  /// Nothing where the time has none.
  private mutating func zone() -> String? {
    if rest.isEmpty { return "" }
    if take("Z") || take("z") { return "+00:00" }
    let sign = take("-") ? "-" : take("+") ? "+" : nil
    guard let sign, let hours = digits(2, atMost: 23) else { return nil }
    _ = take(":")
    guard let minutes = digits(2, atMost: 59) else { return nil }
    // Python knows no negative nothing.
    let isNothing = hours == "00" && minutes == "00"
    return "\(isNothing ? "+" : sign)\(hours):\(minutes)"
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: scalar) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func digits(_ count: Int, atMost limit: Int = .max) -> Substring? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ Self.isDigit($0) }), let value = Int(Substring(digits)),
      value <= limit
    else { return nil }
    rest.removeFirst(count)
    return Substring(digits)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
