import Preference

extension Search {
  /// `3/17 in B · 41 in all`; what is wrong with the pattern; nothing while nothing is looked for.
  var status: String {
    if let fault = findings.fault { return fault }
    guard isActive else { return "" }
    guard !findings.matches.isEmpty else {
      if isLooking { return "" }
      return findings.isCutShort ? "given up: the search takes too long" : "not found"
    }
    let all = "\(findings.matches.count)\(findings.isCutShort ? "+" : "") in all"
    let parts = [place, all, turnWords].compactMap(\.self)
    return parts.joined(separator: " · ")
  }

  /// `3/17 in B` alone; `nil` where no match is shown.
  var place: String? {
    guard let current, let match = currentMatch else { return nil }
    let indices = findings.indices(ofPane: match.pane)
    let name = match.pane == 0 ? "the prompt" : RunLabel.text(ofColumn: match.pane - 1)
    return "\(current - indices.lowerBound + 1)/\(indices.count) in \(name)"
  }

  var isFault: Bool { findings.fault != nil || (isActive && !isLooking && findings.matches.isEmpty) }

  private var turnWords: String? {
    switch turn {
    case .atEnd: "from the top again"
    case .atStart: "from the end again"
    case nil: nil
    }
  }
}
