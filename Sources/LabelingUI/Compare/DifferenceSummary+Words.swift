extension DifferenceSummary {
  /// For the status line: `27 % alike · auto · shared phrases`.
  var shortWords: String {
    isPartial ? partialWords : completeWords
  }

  /// The same where glyphs differ in what cannot be seen.
  var shortWordsOfUnseen: String {
    shown == .nothing && !isPartial ? "\(likeness) · unseen parts" : shortWords + " · unseen parts"
  }

  var briefWordsOfUnseen: String {
    shown == .nothing && !isPartial ? shortWordsOfUnseen : briefWords + " · unseen parts"
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

  private var completeWords: String { words(mode: chosenMode) }

  /// The same where there is little room: not who chose.
  var briefWords: String { isPartial ? partialWords : words(mode: mode) }

  /// What is marked and no more, where there is room for nothing else.
  var leastWords: String { isPartial ? "comparing" : mode + (isCoarse ? ", coarse" : "") }

  private func words(mode: String) -> String {
    switch shown {
    case .identical, .sameWords: self.mode
    case .nothing where aid == .off: self.mode
    default: "\(likeness) · \(mode)" + (isCoarse ? " · coarse" : "")
    }
  }

  /// Words that differ are marked against the pivot, and the line says so; other marks are not about it.
  private var likeness: String {
    guard let pivotLabel, shown != .words, shown != .paths else { return "\(percent) alike" }
    return "\(percent) like \(pivotLabel)"
  }

  /// What is marked: the same words wherever it is named.
  private var mode: String {
    switch shown {
    case .identical: "identical"
    case .sameWords: "same words, other blanks"
    case .nothing: aid == .off ? "marks off" : "no marks"
    case .words: "words"
    case .paths: "by path"
    case .phrases: "shared phrases"
    case .unique: "only here"
    }
  }

  /// `auto · words` where the rater left the choice to the program.
  private var chosenMode: String { (aid == .auto ? "auto · " : "") + mode }

  /// What is marked, and why: `auto · words: 66 % alike, words that differ are marked`.
  func sentence(labels: [String]) -> String {
    let coarse = isCoarse ? "; coarse: the texts are too long to compare all of them" : ""
    return reason + coarse + identicalWords(labels)
  }

  private var reason: String {
    let alike = "\(chosenMode): \(percent) alike"
    return switch shown {
    case .identical: "identical: nothing differs"
    case .sameWords: "\(mode): only blanks differ"
    case .nothing where aid == .off: "marks off"
    case .nothing: "\(alike), too little in common to mark anything"
    case .words: "\(alike), words that differ are marked"
    case .paths: "\(alike), structured runs are compared member by member"
    case .phrases where aid == .auto: "\(alike), too little for words: shared phrases are underlined"
    case .phrases: "\(alike), shared phrases are underlined"
    case .unique: "\(alike), what only one run says is marked, what all say is underlined"
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
