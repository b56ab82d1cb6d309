/// What texts share and what only one of them says, wherever it stands. It does not depend on how they are aligned, so it is
/// found once, however often it is told, and has a budget of its own.
struct TextOverlap {
  private let texts: [TokenizedText]
  private let vocabulary: Vocabulary
  private(set) var budget: WorkBudget
  private var knownPhrases: SharedPhrases?
  private var knownParts: UniqueParts?
  private var knownShared: [[Range<Int>]]?
  private var knownShare: Double?
  private var knownUnique: [[TokenMark]]?

  init(_ texts: [TokenizedText], vocabulary: Vocabulary, budget: WorkBudget) {
    self.texts = texts
    self.vocabulary = vocabulary
    self.budget = budget
  }

  /// The phrases of each text that another one has too.
  mutating func shared() -> [[Range<Int>]] {
    if let knownShared { return knownShared }
    let phrases = phrases()
    let shared = texts.indices.map { phrases.phrases(in: $0, sharedBy: 2) }
    knownShared = shared
    return shared
  }

  /// How much of what a text says no other one says, on average.
  mutating func uniqueShare() -> Double {
    if let knownShare { return knownShare }
    let parts = parts()
    let share = texts.indices.reduce(0) { $0 + parts.share(of: $1) } / Double(max(1, texts.count))
    knownShare = share
    return share
  }

  /// For each text what only it says, and what all say.
  mutating func unique() -> [[TokenMark]] {
    if let knownUnique { return knownUnique }
    let (parts, phrases) = (parts(), phrases())
    let unique = texts.indices.map { index in
      parts.parts(of: index).map { TokenMark(tokens: $0, kind: .onlyHere) }
        + phrases.phrases(in: index, sharedBy: texts.count).map { TokenMark(tokens: $0, kind: .inAll) }
    }
    knownUnique = unique
    return unique
  }

  private mutating func phrases() -> SharedPhrases {
    if let knownPhrases { return knownPhrases }
    let phrases = SharedPhrases(texts, vocabulary: vocabulary, budget: &budget)
    knownPhrases = phrases
    return phrases
  }

  private mutating func parts() -> UniqueParts {
    if let knownParts { return knownParts }
    let parts = UniqueParts(texts, vocabulary: vocabulary, budget: &budget)
    knownParts = parts
    return parts
  }
}
