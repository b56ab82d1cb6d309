/// What a pairwise export could not hold. People read it before they train on the rest.
package struct ExportLoss: Hashable, Sendable {
  /// Rows written with a text for a prompt, and with a conversation.
  package internal(set) var standardPairs = 0
  package internal(set) var conversationalPairs = 0
  /// Pairs of candidates in the same tier.
  package internal(set) var ties = 0
  /// Judgments.
  package internal(set) var allGood = 0
  package internal(set) var allBad = 0
  package internal(set) var cannotJudge = 0
  /// Pairs of which one was preferred although both read the same.
  package internal(set) var identical = 0
  /// Candidates that a ranking left out.
  package internal(set) var unranked = 0
  /// Rows in which a corrected text is preferred.
  package internal(set) var corrected = 0
  /// Pairs that a judgment said already.
  package internal(set) var repeated = 0

  package var pairs: Int { standardPairs + conversationalPairs }

  /// Such as `trl-dpo: 1,204 pairs; not representable: 88 ties, 31 all bad`.
  package func sentence(format: String) -> String {
    let losses = [
      (ties, "tie", "ties"), (allGood, "all good", "all good"), (allBad, "all bad", "all bad"),
      (cannotJudge, "cannot judge", "cannot judge"),
      (identical, "pair of identical answers", "pairs of identical answers"),
      (unranked, "unranked run", "unranked runs"),
      (repeated, "pair said already", "pairs said already"),
    ].filter { $0.0 > 0 }.map(CountedNoun.text)
    let ending = losses.isEmpty ? "" : "; not representable: " + losses.joined(separator: ", ")
    return "\(format): " + CountedNoun.text(pairs, "pair", "pairs") + corrections + kinds + ending
  }

  private var corrections: String {
    corrected == 0 ? "" : ", \(CountedNoun.text(corrected, "prefers", "prefer")) a corrected text"
  }

  /// Loaders want one type a column.
  private var kinds: String {
    guard standardPairs > 0, conversationalPairs > 0 else { return "" }
    let standard = CountedNoun.text(standardPairs, "has a text prompt", "have text prompts")
    let conversational = CountedNoun.text(conversationalPairs, "a conversation", "conversations")
    return " (\(standard), \(conversational): load them apart)"
  }

  mutating func count(_ prompt: Prompt) {
    switch prompt {
    case .text: standardPairs += 1
    case .messages: conversationalPairs += 1
    }
  }
}
