/// What texts share and what only one of them says, wherever it stands. It does not depend on how they are aligned, so it is
/// found once, however often it is told, and has budgets of its own: one for phrases and one for what only one text says, so
/// that what is found does not depend on what was asked for before.
struct TextOverlap {
  private let texts: [TokenizedText]
  private let vocabulary: Vocabulary
  private var phraseBudget: WorkBudget
  private var partBudget: WorkBudget
  /// Something that was asked for in this choice is not whole.
  private(set) var isCoarse = false
  private var knownPhrases: SharedPhrases?
  private var knownParts: UniqueParts?
  private var knownShared: [[Range<Int>]]?
  private var knownShare: Double?
  private var knownUnique: [[TokenMark]]?

  init(_ texts: [TokenizedText], vocabulary: Vocabulary, budget: WorkBudget) {
    self.texts = texts
    self.vocabulary = vocabulary
    phraseBudget = budget
    partBudget = budget
  }

  var isCancelled: Bool { phraseBudget.isCancelled || partBudget.isCancelled }

  /// What is known stays known.
  mutating func beginChoice() { isCoarse = false }

  /// The phrases of each text that another one has too.
  mutating func shared() -> [[Range<Int>]] {
    let phrases = phrases()
    if let knownShared { return knownShared }
    let shared = texts.indices.map { phrases.phrases(in: $0, sharedBy: 2) }
    knownShared = shared
    return shared
  }

  /// How much of what a text says no other one says, on average.
  mutating func uniqueShare() -> Double {
    let parts = parts()
    if let knownShare { return knownShare }
    let share = texts.indices.reduce(0) { $0 + parts.share(of: $1) } / Double(max(1, texts.count))
    knownShare = share
    return share
  }

  /// For each text what only it says, and what all say.
  mutating func unique() -> [[TokenMark]] {
    let (parts, phrases) = (parts(), phrases())
    if let knownUnique { return knownUnique }
    let unique = texts.indices.map { index in
      parts.parts(of: index).map { TokenMark(tokens: $0, kind: .onlyHere) }
        + phrases.phrases(in: index, sharedBy: texts.count).map { TokenMark(tokens: $0, kind: .inAll) }
    }
    knownUnique = unique
    return unique
  }

  private mutating func phrases() -> SharedPhrases {
    defer { isCoarse = isCoarse || phraseBudget.isExhausted }
    if let knownPhrases { return knownPhrases }
    let phrases = SharedPhrases(texts, vocabulary: vocabulary, budget: &phraseBudget)
    knownPhrases = phrases
    return phrases
  }

  private mutating func parts() -> UniqueParts {
    defer { isCoarse = isCoarse || partBudget.isExhausted }
    if let knownParts { return knownParts }
    let parts = UniqueParts(texts, vocabulary: vocabulary, budget: &partBudget)
    knownParts = parts
    return parts
  }
}
