import Preference

extension QueueEntry {
  /// Three cells: `+` judged, `?` cannot judge, `*` draft, `.` untouched; `!` flagged; `#` raters differ.
  var signs: String {
    let first = hasDraft ? "*" : decision == nil ? "." : decision?.verdict == .cannotJudge ? "?" : "+"
    return first + (isFlagged ? "!" : " ") + (ratersDiffer ? "#" : " ")
  }

  var state: String {
    if hasDraft { return "draft" }
    return decision == nil ? "unjudged" : decision?.verdict == .cannotJudge ? "cannot judge" : "judged"
  }

  /// The order as this rater sees it: `B > A = C`.
  var verdict: String {
    guard let decision else { return "" }
    switch decision.verdict {
    case .allGood: return "all good"
    case .allBad: return "all bad"
    case .cannotJudge: return "–"
    case .ranked:
      return decision.ranking.tiers.map { $0.map(label).joined(separator: " = ") }.joined(separator: " > ")
    }
  }

  private func label(ofCandidate candidate: Int) -> String {
    order.firstIndex(of: candidate).map(RunLabel.text(ofColumn:)) ?? "?"
  }

  var raters: String {
    raterCount == 0 ? "" : raterCount > 1 && ratersDiffer ? "\(raterCount) differ" : "\(raterCount)"
  }

  /// `1:05`
  var time: String {
    guard let elapsedMilliseconds else { return "" }
    let seconds = elapsedMilliseconds / 1000
    return "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
  }
}
