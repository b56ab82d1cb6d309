import FeedbackSubmission
import Foundation
import StrictJSON

/// What a profile holds of OAuth.
struct OAuthTokens: Equatable, Sendable {
  var access: Secret?
  /// Good for one renewal, which brings the next one.
  var refresh: Secret?
  /// `nil` if it is not said, or not so that it can be read.
  var end: Date?

  /// So long before its end a token is renewed.
  private static let leeway: TimeInterval = 60

  init(_ oauth: JSONObject) {
    access = oauth.trimmed("access_token").map(Secret.init)
    refresh = oauth.trimmed("refresh_token").map(Secret.init)
    end = oauth["expires_at"]?.string.flatMap(Date.init(wireTime:))
  }

  /// Whether it is known when they have to be renewed.
  var areRenewable: Bool { refresh != nil && (access == nil || end != nil) }

  func needRenewal(at now: Date) -> Bool {
    guard refresh != nil else { return false }
    guard access != nil else { return true }
    return end.map { $0 <= now + Self.leeway } ?? false
  }

  func areUsable(at now: Date) -> Bool {
    access != nil && end.map { $0 > now } ?? true
  }
}

extension JSONObject {
  /// A text without blanks and quotes around it, if it is one and says anything.
  func trimmed(_ key: String) -> String? {
    guard case .string(let text)? = self[key], !text.unquoted.isEmpty else { return nil }
    return text.unquoted
  }
}

extension Date {
  /// An ISO 8601 time; without a zone it is UTC.
  init?(wireTime text: String) {
    guard let text = WireTime.parsed(text) else { return nil }
    let numbers = text.split { !"0123456789".contains($0) }.compactMap { Int32($0) }
    guard numbers.count >= 6 else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    let local = Date(timeIntervalSince1970: TimeInterval(timegm(&parts)))
    let zone = text.dropFirst(19).drop { $0 != "+" && $0 != "-" }
    let offset = zone.dropFirst().split(separator: ":").compactMap { Double($0) }
    guard offset.count == 2 else {
      self = local
      return
    }
    let seconds = offset[0] * 3600 + offset[1] * 60
    self = local - (zone.first == "-" ? -seconds : seconds)
  }
}
