/// Where an answer belongs.
package struct AnswerSlot: Hashable, Sendable {
  /// The criterion's key.
  package let criterion: String
  /// The candidate that it is about; `nil` for the comparison as a whole.
  package let candidate: Int?

  package init(_ criterion: String, candidate: Int? = nil) {
    self.criterion = criterion
    self.candidate = candidate
  }
}
