import Preference

extension QueueFilter.State {
  var words: String {
    switch self {
    case .all: "all"
    case .unjudged: "unjudged"
    case .judged: "judged"
    case .flagged: "flagged"
    case .drafts: "drafts"
    case .disagreement: "raters differ"
    }
  }
}

extension QueueFilter.Order {
  var words: String {
    switch self {
    case .number: "by number"
    case .latest: "latest first"
    case .runs: "most runs first"
    case .id: "by id"
    }
  }
}

extension QueueFilter {
  /// `unjudged “sky”`; empty for all comparisons.
  var words: String {
    let parts = [
      state == .all ? nil : state.words, text.isEmpty ? nil : "“\(text)”",
      order == .number ? nil : order.words,
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
