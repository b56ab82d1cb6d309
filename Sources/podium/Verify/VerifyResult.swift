import FeedbackSubmission
import Foundation
import Identifiers
import Preference
import StrictJSON

/// What a verification came to, in words, as JSON and for the shell.
struct VerifyResult {
  let path: String
  let first: WorkspaceVerification.Outcome
  /// Of what a repair sent.
  var delivery: SubmissionProgress?
  /// What a look at the repaired groups showed.
  var second: WorkspaceVerification.Outcome?

  init(path: String, first: WorkspaceVerification.Outcome) {
    self.path = path
    self.first = first
  }

  var status: ExitStatus {
    if case .parked? = delivery?.condition { return .refused }
    return isProof ? .done : .findings
  }

  /// Whether LangSmith has exactly what it must have, now.
  private var isProof: Bool {
    guard let second else { return first.tally.isProof }
    return second.tally.isProof && first.tally.waiting + first.tally.dead == 0 && lasting.isEmpty
  }

  /// What no repair mends.
  private var lasting: [VerificationFinding] { first.findings.filter { !$0.isMendable } }

  var lines: [String] {
    var lines = first.findings.map(\.sentence)
    let leftOut = first.tally.findings.values.reduce(0, +) - first.findings.count
    if leftOut > 0 { lines.append("… and \(leftOut) more") }
    lines.append("\(path): \(Self.words(first.tally))")
    if let second {
      let repaired = CountedNoun.text(first.repaired, "record", "records")
      lines += second.findings.map { "still \($0.sentence)" }
      lines.append("repaired: \(repaired) sent again; then \(Self.words(second.tally))")
    }
    return lines
  }

  var json: JSONValue {
    var object: JSONObject = ["workspace": .string(path)]
    for member in Self.json(first).members { object[member.key] = member.value }
    if let second {
      object["repaired"] = .number(JSONNumber(first.repaired))
      object["after_repair"] = .object(Self.json(second))
    }
    object["proved"] = .bool(isProof)
    return .object(object)
  }

  private static func json(_ outcome: WorkspaceVerification.Outcome) -> JSONObject {
    let tally = outcome.tally
    var object: JSONObject = [
      "groups": [
        "equal": number(tally.equal), "faulty": number(tally.faulty), "waiting": number(tally.waiting),
        "dead": number(tally.dead),
      ],
      "records": number(tally.records),
    ]
    for kind in VerificationFinding.Kind.allCases { object[kind.rawValue] = number(tally.count(kind)) }
    object["findings"] = .array(outcome.findings.map { .object($0.json) })
    return object
  }

  private static func number(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }

  /// Such as `12 groups equal, 3 waiting; 1 missing, 1 half there`.
  private static func words(_ tally: VerificationTally) -> String {
    var parts = ["\(CountedNoun.text(tally.equal, "group", "groups")) equal"]
    if tally.waiting > 0 { parts.append("\(tally.waiting) waiting") }
    if tally.dead > 0 { parts.append("\(tally.dead) refused") }
    let findings = VerificationFinding.Kind.allCases.filter { tally.count($0) > 0 }.map { kind in
      "\(tally.count(kind)) \(kind.words)"
    }
    return parts.joined(separator: ", ") + (findings.isEmpty ? "" : "; " + findings.joined(separator: ", "))
  }
}

extension VerificationFinding.Kind {
  fileprivate var words: String { self == .half ? "half there" : rawValue }
}

extension VerificationFinding {
  fileprivate var sentence: String {
    let record = recordID.map(\.lowercaseString) ?? ""
    let about = target.map { " of \($0.lowercaseString)" } ?? ""
    let key = key.map { ", key \($0)" } ?? ""
    let group = groupID.map { "group \($0.lowercaseString)" } ?? "no group"
    return switch kind {
    case .missing: "missing    \(record)\(about)\(key)"
    case .different: "different  \(record)\(about)\(key): \(fields.names.joined(separator: ", "))\(hint)"
    case .extra: "extra      \(record)\(about)\(key): it was withdrawn, and is there"
    case .unknown: "unknown    \(record)\(about)\(key): in \(group), and not from here"
    case .half: "half       \(group): \(present ?? 0) of \(wanted ?? 0) records are there"
    }
  }

  private var hint: String { isMendable ? "" : " (another record under this id: no repair touches it)" }
}
