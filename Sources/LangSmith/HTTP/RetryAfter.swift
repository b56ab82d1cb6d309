import Foundation

/// How long an answer asks its client to wait.
enum RetryAfter {
  /// `retry-after-ms`, else `Retry-After` in seconds or as a date, which counts from the answer's own date: clocks
  /// differ. `nil` if there is neither, or nothing that can be read.
  static func duration(in headers: [String: String]) -> Duration? {
    if let milliseconds = headers["retry-after-ms"].flatMap(Double.init) {
      return duration(milliseconds / 1000)
    }
    guard let text = headers["retry-after"] else { return nil }
    if let seconds = Double(text) { return duration(seconds) }
    guard let date = HTTPDate.date(text) else { return nil }
    let now = headers["date"].flatMap(HTTPDate.date) ?? Date()
    return duration(date.timeIntervalSince(now))
  }

  /// `nil` for what is no length of time, such as `nan`; years are cut.
  private static func duration(_ seconds: Double) -> Duration? {
    seconds.isNaN ? nil : .seconds(min(max(seconds, 0), 1e6))
  }
}

/// The date of HTTP headers: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  static func date(_ text: String) -> Date? {
    let pattern = /[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT/
    guard let match = try? pattern.wholeMatch(in: text), let month = months.firstIndex(of: match.2) else {
      return nil
    }
    let numbers = [match.3, match.1, match.4, match.5, match.6].compactMap { Int($0) }
    guard numbers.count == 5 else { return nil }
    var parts = DateComponents()
    (parts.year, parts.month, parts.day) = (numbers[0], month + 1, numbers[1])
    (parts.hour, parts.minute, parts.second) = (numbers[2], numbers[3], numbers[4])
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.date(from: parts)
  }

  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
