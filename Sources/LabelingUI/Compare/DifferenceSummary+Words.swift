extension DifferenceSummary {
  /// For the status line: `27 % alike · shared phrases`.
  var shortWords: String {
    isPartial ? partialWords : completeWords
  }

  /// The same where glyphs differ in what cannot be seen.
  var shortWordsOfUnseen: String {
    shown == .nothing && !isPartial ? "\(percent) alike · unseen parts" : shortWords + " · unseen parts"
  }

  /// How alike the runs are is known at the end.
  private var partialWords: String {
    switch shown {
    case .words: "comparing · words so far"
    case .phrases: "comparing · shared phrases so far"
    case .unique: "comparing · only here so far"
    case .paths: "comparing · by path so far"
    case .identical, .sameWords, .nothing: "comparing"
    }
  }

  private var completeWords: String {
    let coarse = isCoarse ? " · coarse" : ""
    switch shown {
    case .identical: return "identical"
    case .sameWords: return "same words, other blanks"
    case .nothing where aid == .off: return "marks off"
    case .nothing: return "\(percent) alike · no marks"
    case .words: return "\(percent) alike · words" + coarse
    case .paths: return "\(percent) alike · by path" + coarse
    case .phrases: return "\(percent) alike · shared phrases" + coarse
    case .unique: return "\(percent) alike · only here" + coarse
    }
  }

  /// What is marked, and why.
  func sentence(labels: [String]) -> String {
    let coarse = isCoarse ? "; coarse: the texts are too long to compare all of them" : ""
    return aid.rawValue + ": " + reason + coarse + identicalWords(labels)
  }

  private var reason: String {
    let alike = "\(percent) alike"
    let isAuto = aid == .auto
    switch shown {
    case .identical: return "the runs are identical"
    case .sameWords: return "the runs have the same words; only blanks differ"
    case .nothing: return isAuto ? "\(alike), too little in common to mark anything" : "nothing is marked"
    case .words: return isAuto ? "\(alike), so words that differ are marked" : "\(alike); words that differ"
    case .paths: return "\(alike); structured runs are compared member by member"
    case .phrases:
      return isAuto
        ? "\(alike), too little for words: shared phrases are underlined" : "\(alike); shared phrases"
    case .unique:
      return isAuto
        ? "\(alike): what only one run says is marked, what all say is underlined"
        : "\(alike); what only one run says, and underlined what all say"
    }
  }

  private var percent: String { "\(Int((similarity * 100).rounded(.down))) %" }

  private func identicalWords(_ labels: [String]) -> String {
    identical.map { group in
      "; " + group.map { $0 < labels.count ? labels[$0] : "?" }.joined(separator: " = ") + " identical"
    }.joined()
  }

  /// `A = C` for the status line; empty if all differ.
  func identicalShort(labels: [String]) -> String {
    identical.map { $0.map { $0 < labels.count ? labels[$0] : "?" }.joined(separator: " = ") }
      .joined(separator: ", ")
  }
}
