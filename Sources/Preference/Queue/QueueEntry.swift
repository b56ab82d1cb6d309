/// A comparison as it stands in a rater's list.
package struct QueueEntry: Equatable, Sendable {
  /// Counted from 1.
  package let number: Int
  package let id: String
  /// The beginning of the prompt, on one line.
  package let prompt: String
  /// Candidate indices in the order of the columns.
  package let order: [Int]
  /// What this rater said last, if anything.
  package let decision: Decision?
  /// What that took.
  package let elapsedMilliseconds: Int?
  package let hasDraft: Bool
  /// What is begun and not saved, without its texts.
  package let begun: [String]
  /// The same of drafts that other windows of the rater have, a text each.
  package let begunElsewhere: [String]
  package let isFlagged: Bool
  /// How many raters have judged it.
  package let raterCount: Int
  /// They did not all say the same.
  package let ratersDiffer: Bool

  package init(
    number: Int, id: String, prompt: String, order: [Int], decision: Decision? = nil,
    elapsedMilliseconds: Int? = nil, hasDraft: Bool = false, begun: [String] = [],
    begunElsewhere: [String] = [],
    isFlagged: Bool = false,
    raterCount: Int = 0,
    ratersDiffer: Bool = false
  ) {
    self.number = number
    self.id = id
    self.prompt = prompt
    self.order = order
    self.decision = decision
    self.elapsedMilliseconds = elapsedMilliseconds
    self.hasDraft = hasDraft
    self.begun = begun
    self.begunElsewhere = begunElsewhere
    self.isFlagged = isFlagged
    self.raterCount = raterCount
    self.ratersDiffer = ratersDiffer
  }
}
