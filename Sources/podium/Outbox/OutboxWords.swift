import FeedbackSubmission
import Foundation

extension OutboxEntry.State {
  var words: String {
    switch self {
    case .waiting: "waiting"
    case .sending: "in flight"
    case .backoff: "backing off"
    case .verify: "to be verified"
    case .dead: "refused"
    case .parked: "parked"
    case .heldBack: "held back"
    case .delivered: "delivered"
    case .withdrawn: "withdrawn"
    }
  }

  /// With how long it lasts, where that is known.
  func words(pause: Duration?) -> String {
    guard self == .backoff || self == .verify, let pause else { return words }
    return "\(words), \(pause.inShort)"
  }
}

extension OutboxEntry.Presence {
  var words: String {
    switch self {
    case .absent: "was never there"
    case .perhaps: "may be there"
    case .present: "is there"
    case .deleted: "is deleted there, or about to be"
    }
  }
}

extension Duration {
  /// In the largest unit that fits: `40 s`, `12 min`, `3 h`, `5 d`.
  var inShort: String {
    let seconds = max(0, Int(self / .seconds(1)))
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3600: return "\(seconds / 60) min"
    case ..<172_800: return "\(seconds / 3600) h"
    default: return "\(seconds / 86_400) d"
    }
  }
}

extension Date {
  /// As `Duration.inShort`, up to another time.
  func age(at now: Date) -> String {
    Duration.seconds(max(0, now.timeIntervalSince(self))).inShort
  }
}

extension DropEffect {
  /// What becomes of the records, for whoever is about to drop them.
  var words: String {
    var parts: [String] = []
    if forgotten > 0 { parts.append("\(forgotten) never sent") }
    if toBeDeleted > 0 {
      parts.append("\(toBeDeleted) may be at LangSmith and will be deleted there")
    }
    if left > 0 { parts.append("\(left) may stay at LangSmith, which refused to delete") }
    return parts.isEmpty ? "nothing of it is at LangSmith" : parts.joined(separator: ", ")
  }
}
