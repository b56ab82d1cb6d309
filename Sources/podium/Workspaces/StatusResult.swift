import FeedbackSubmission
import PreferenceStore
import StrictJSON

/// How far a workspace is, in words and as JSON.
struct StatusResult {
  let path: String
  let overview: WorkspaceOverview
  let settings: WorkspaceSettings

  var lines: [String] {
    let outbox = overview.outbox
    return [
      path,
      "  comparisons  \(overview.judged) of \(overview.comparisons) judged\(raters)",
      "  outbox       \(outbox.delivered) delivered, \(outbox.waiting) waiting, \(outbox.dead) refused for good",
      "  retention    \(retention)",
    ]
  }

  var json: JSONValue {
    let raters = overview.raters.map { rater -> JSONValue in
      ["name": .string(rater.name), "judged": .number(JSONNumber(rater.judged))]
    }
    let comparisons: JSONValue = [
      "total": .number(JSONNumber(overview.comparisons)), "judged": .number(JSONNumber(overview.judged)),
      "raters": .array(raters),
    ]
    let outbox: JSONValue = [
      "delivered": .number(JSONNumber(overview.outbox.delivered)),
      "waiting": .number(JSONNumber(overview.outbox.waiting)),
      "dead": .number(JSONNumber(overview.outbox.dead)),
    ]
    return [
      "comparisons": comparisons, "outbox": outbox,
      "extend_trace_retention": .bool(settings.extendsTraceRetention),
    ]
  }

  private var raters: String {
    let judges = overview.raters.filter { $0.judged > 0 }.map { "\($0.name) \($0.judged)" }
    return judges.isEmpty ? "" : " (\(judges.joined(separator: ", ")))"
  }

  /// What delivery does to the bill.
  private var retention: String {
    settings.extendsTraceRetention
      ? "traces with feedback are kept longer, at the price of extended retention"
      : "feedback leaves the retention of traces as it is"
  }
}
