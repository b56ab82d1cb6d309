/// Which comparisons a rater wants to see listed, and in which order.
package struct QueueFilter: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    case all, unjudged, judged, flagged, drafts, disagreement
  }

  package enum Order: String, CaseIterable, Sendable {
    case number
    /// What was judged last comes first, then what is not judged.
    case latest
    /// Most runs first.
    case runs
    case id
  }

  package var state: State
  /// Words that all stand in the id or the prompt, in either case; or the comparison's number.
  package var text: String
  package var order: Order

  package init(state: State = .all, text: String = "", order: Order = .number) {
    self.state = state
    self.text = text
    self.order = order
  }

  /// All comparisons by number: no list at all.
  package var isWhole: Bool { self == QueueFilter() }
}
