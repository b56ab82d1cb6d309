import StrictJSON

/// A text that a rater writes.
package enum EditSubject: Hashable, Sendable {
  /// On the comparison as a whole.
  case comment
  /// On the candidate of that index.
  case runComment(Int)
  /// What the candidate's output should have been: all of it, or the value in its outputs that has this name, as `CorrectionField` has it.
  case correction(Int, field: String? = nil)
  /// To a question of the rubric that asks for a text.
  case answer(AnswerSlot)
}

extension EditSubject {
  /// The name of the value that is corrected by itself.
  package var field: String? {
    switch self {
    case .correction(_, let field): field
    case .comment, .runComment, .answer: nil
    }
  }

  /// Whom it is about; `nil` for the comparison.
  package var candidate: Int? {
    switch self {
    case .comment: nil
    case .runComment(let candidate), .correction(let candidate, _): candidate
    case .answer(let slot): slot.candidate
    }
  }

  /// All of an output, or a value, and a value in it: what is saved of the one is not in the other.
  ///
  /// - Parameter output: The candidate's, in which the values have their names.
  package func overlaps(_ other: EditSubject, in output: Candidate.Output?) -> Bool {
    guard case .correction(let candidate, let field) = self,
      case .correction(candidate, let otherField) = other
    else { return false }
    guard let field, let otherField else { return (field == nil) != (otherField == nil) }
    let outputs: JSONObject? = if case .structured(let outputs)? = output { outputs } else { nil }
    return OutputPlace.isPlace(field, within: otherField, in: outputs)
      || OutputPlace.isPlace(otherField, within: field, in: outputs)
  }
}
