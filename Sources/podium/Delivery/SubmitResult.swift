import FeedbackSubmission
import StrictJSON

/// What a delivery came to, in words, as JSON and for the shell.
struct SubmitResult {
  let path: String
  let before: OutboxCounts
  let progress: SubmissionProgress

  private var counts: OutboxCounts { progress.counts }

  var status: ExitStatus {
    if case .parked = progress.condition { return .refused }
    if counts.dead > before.dead { return .refused }
    return counts.waiting + counts.dead > 0 ? .findings : .done
  }

  /// Why something is left, if that is known.
  var reason: String? {
    switch progress.condition {
    case .delivering: nil
    case .waiting(let reason): counts.waiting > 0 ? reason : nil
    case .parked(let reason): reason
    }
  }

  /// What a person should know, and do.
  var notes: [String] {
    let advice =
      counts.dead > 0 ? "\(counts.dead) refused for good: see why with `podium outbox list \(path)`" : nil
    return [reason, advice].compactMap(\.self)
  }

  /// Such as `runs.podium: 12 delivered, 3 waiting`.
  var sentence: String {
    let refused = counts.dead > 0 ? ", \(counts.dead) refused for good" : ""
    return "\(path): \(counts.delivered) delivered, \(counts.waiting) waiting\(refused)"
  }

  var json: JSONValue {
    [
      "workspace": .string(path),
      "outbox": [
        "delivered": .number(JSONNumber(counts.delivered)), "waiting": .number(JSONNumber(counts.waiting)),
        "dead": .number(JSONNumber(counts.dead)),
      ],
      "reason": reason.map(JSONValue.string) ?? .null,
    ]
  }
}
