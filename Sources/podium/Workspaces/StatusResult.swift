import FeedbackSubmission
import PreferenceStore
import StrictJSON

/// How far a workspace is, in words and as JSON.
struct StatusResult {
  let path: String
  let overview: WorkspaceOverview
  let drafts: [StoredDraft]
  let settings: WorkspaceSettings
  /// Whether anything could go to LangSmith from here.
  var canConnect = true

  var lines: [String] {
    let outbox = overview.outbox
    return [
      path,
      "  comparisons  \(overview.judged) of \(overview.comparisons) judged\(raters)",
    ] + draftLines + agreement + ["  outbox       \(Self.words(for: outbox))"] + advice + retention
  }

  /// Such as `2 not saved (ada 1, bo 1): podium drafts runs.podium`; nothing without drafts.
  private var draftLines: [String] {
    guard !drafts.isEmpty else { return [] }
    let shares = draftShares.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    return ["  drafts       \(drafts.count) not saved (\(shares)): podium drafts \(path)"]
  }

  private var draftShares: [(name: String, count: Int)] {
    let shares = Dictionary(grouping: drafts) { Array($0.rater.utf8) }
    return shares.values.compactMap { drafts in drafts.first.map { ($0.rater, drafts.count) } }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  private var agreement: [String] { overview.agreement.sentence.map { ["  agreement    \($0)"] } ?? [] }

  /// Such as `12 delivered (10 verified), 3 waiting, 1 refused`.
  static func words(for outbox: OutboxCounts) -> String {
    let verified = outbox.verified > 0 ? " (\(outbox.verified) verified)" : ""
    let dropped = outbox.dropped > 0 ? ", \(outbox.dropped) dropped" : ""
    return
      "\(outbox.delivered) delivered\(verified), \(outbox.waiting) waiting, \(outbox.dead) refused\(dropped)"
  }

  /// What to do about groups that will not go out by themselves.
  private var advice: [String] {
    overview.outbox.dead > 0 ? ["               refused: podium outbox list \(path) --state dead"] : []
  }

  var json: JSONValue {
    let raters = overview.raters.map { rater -> JSONValue in
      ["name": .string(rater.name), "judged": .number(JSONNumber(rater.judged))]
    }
    let comparisons: JSONValue = [
      "total": .number(JSONNumber(overview.comparisons)), "judged": .number(JSONNumber(overview.judged)),
      "raters": .array(raters),
      "judged_by_several": .number(JSONNumber(overview.agreement.shared)),
      "agreed": .number(JSONNumber(overview.agreement.same)),
    ]
    let counts = overview.outbox
    let outbox: JSONValue = [
      "delivered": .number(JSONNumber(counts.delivered)), "verified": .number(JSONNumber(counts.verified)),
      "waiting": .number(JSONNumber(counts.waiting)), "dead": .number(JSONNumber(counts.dead)),
      "dropped": .number(JSONNumber(counts.dropped)),
    ]
    let shares = draftShares.map { share -> JSONValue in
      ["name": .string(share.name), "drafts": .number(JSONNumber(share.count))]
    }
    let begun: JSONValue = ["total": .number(JSONNumber(drafts.count)), "raters": .array(shares)]
    return [
      "comparisons": comparisons, "drafts": begun, "outbox": outbox,
      "extend_trace_retention": .bool(settings.extendsTraceRetention),
    ]
  }

  private var raters: String {
    let judges = overview.raters.filter { $0.judged > 0 }.map { "\($0.name) \($0.judged)" }
    return judges.isEmpty ? "" : " (\(judges.joined(separator: ", ")))"
  }

  /// What delivery does to the bill; nothing where nothing is delivered.
  private var retention: [String] {
    let outbox = overview.outbox
    let isUsed =
      canConnect || settings.comparativeExperimentID != nil
      || outbox.delivered + outbox.waiting + outbox.dead + outbox.dropped > 0
    return isUsed ? ["  retention    \(retentionWords)"] : []
  }

  private var retentionWords: String {
    settings.extendsTraceRetention
      ? "traces with feedback are kept longer, at the price of extended retention"
      : "feedback leaves the retention of traces as it is"
  }
}
