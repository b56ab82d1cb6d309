import Preference

extension CompareScreen {
  /// What a judging key leads to.
  enum Outcome: Equatable {
    case decided(Decision)
    /// The order on the screen changed; nothing is saved yet.
    case changed
    case refused(Notice)
  }

  /// Two runs: that one is better. More: that one comes next.
  mutating func choose(column: Int) -> Outcome {
    guard runCount == 2 else { return place(columns[column].candidate) }
    return .decided(decision(tiers: [[columns[column].candidate], [columns[1 - column].candidate]]))
  }

  mutating func placeFocused() -> Outcome {
    choose(column: focusedColumn)
  }

  /// Two runs: a tie. More: the next letter ties with the last one.
  mutating func tie() -> Outcome {
    guard runCount > 2 else { return .decided(decision(tiers: [columns.map(\.candidate)])) }
    guard ranking.placedCount > 0, ranking.placedCount < runCount else {
      return .refused(
        .information(ranking.placedCount == 0 ? "nothing to tie with yet" : "all runs are placed"))
    }
    tiesNext.toggle()
    isChanged = true
    return .changed
  }

  mutating func takeBack() -> Outcome {
    if tiesNext {
      tiesNext = false
    } else {
      _ = ranking.removeLast()
      isChanged = ranking.placedCount > 0
      if !isChanged { ranking = item.judged?.ranking ?? Ranking() }
    }
    return .changed
  }

  /// Where only the remarks are new, the verdict stays.
  func save() -> Outcome {
    if let judged = item.judged, !isChanged {
      return .decided(Decision(verdict: judged.verdict, ranking: judged.ranking, remarks: remarks))
    }
    return .decided(Decision(verdict: .ranked, ranking: ranking, remarks: remarks))
  }

  func decide(_ verdict: Verdict) -> Outcome {
    .decided(Decision(verdict: verdict, ranking: Ranking(), remarks: remarks))
  }

  /// The first letter on a comparison that was judged before begins a new order.
  private mutating func place(_ candidate: Int) -> Outcome {
    if item.judged != nil, !isChanged { ranking = Ranking() }
    guard ranking.tier(of: candidate) == nil else {
      return .refused(
        .information(
          "\(label(ofCandidate: candidate)) is placed already; take the last one back to change the order"))
    }
    if tiesNext { ranking.tieWithLast(candidate) } else { ranking.place(candidate) }
    tiesNext = false
    isChanged = true
    return .changed
  }

  /// Such as `A is better`.
  func words(for decision: Decision) -> String {
    switch decision.verdict {
    case .allGood: return "all good"
    case .allBad: return "all bad"
    case .cannotJudge: return "cannot judge"
    case .ranked: break
    }
    guard runCount == 2, let best = decision.ranking.tiers.first else { return "the order" }
    return best.count == 1 ? "\(label(ofCandidate: best[0])) is better" : "a tie"
  }

  func label(ofCandidate candidate: Int) -> String {
    columns.first { $0.candidate == candidate }?.label ?? "?"
  }

  private func decision(tiers: [[Int]]) -> Decision {
    var ranking = Ranking()
    for tier in tiers {
      for (offset, candidate) in tier.enumerated() {
        if offset == 0 { ranking.place(candidate) } else { ranking.tieWithLast(candidate) }
      }
    }
    return Decision(verdict: .ranked, ranking: ranking, remarks: remarks)
  }
}
