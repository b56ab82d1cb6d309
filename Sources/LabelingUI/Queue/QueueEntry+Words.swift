import Preference

extension QueueEntry {
  /// Three cells: `+` judged, `?` cannot judge, `*` draft, `.` untouched; `!` flagged; `#` raters differ.
  var signs: String {
    let first: QueueSign =
      hasDraft
      ? .draft : decision == nil ? .unjudged : decision?.verdict == .cannotJudge ? .cannotJudge : .judged
    return first.rawValue + (isFlagged ? QueueSign.flagged.rawValue : " ")
      + (ratersDiffer ? QueueSign.ratersDiffer.rawValue : " ")
  }

  var state: String {
    if hasDraft { return "draft" }
    return decision == nil ? "unjudged" : decision?.verdict == .cannotJudge ? "cannot judge" : "judged"
  }

  /// `order C > A=B, comment`; empty if nothing is begun.
  var draftWords: String { begun.joined(separator: ", ") }

  /// What is said beside it before it is discarded; empty if no other window has begun the comparison.
  var elsewhereWords: String { begunElsewhere.isEmpty ? "" : "; what another window has begun comes up then" }

  var verdict: String {
    guard let decision else { return "" }
    return decision.verdict == .cannotJudge ? "–" : decision.words(inOrder: order)
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

extension Decision {
  /// The order as a rater sees it to whom candidates are shown in that order: `B > A = C`.
  func words(inOrder order: [Int]) -> String {
    func label(ofCandidate candidate: Int) -> String {
      order.firstIndex(of: candidate).map(RunLabel.text(ofColumn:)) ?? "?"
    }
    switch verdict {
    case .allGood: return "all good"
    case .allBad: return "all bad"
    case .cannotJudge: return "cannot judge"
    case .ranked:
      return ranking.tiers.map { $0.map(label).joined(separator: " = ") }.joined(separator: " > ")
    }
  }
}
