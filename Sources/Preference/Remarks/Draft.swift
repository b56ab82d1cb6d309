/// What a rater has begun to say of a comparison and not saved.
package struct Draft: Equatable, Sendable {
  /// `nil` if the order is as it was saved, or none.
  package var ranking: Ranking?
  /// `nil` if they are as they were saved, or none.
  package var remarks: Remarks?
  /// What was being written.
  package var edit: OpenEdit?
  /// Texts that were begun and put down, each of another subject.
  package var laidAside: [OpenEdit]

  package init(
    ranking: Ranking? = nil, remarks: Remarks? = nil, edit: OpenEdit? = nil, laidAside: [OpenEdit] = []
  ) {
    self.ranking = ranking
    self.remarks = remarks
    self.edit = edit
    self.laidAside = laidAside
  }

  package var isEmpty: Bool { ranking == nil && remarks == nil && texts.isEmpty }

  /// All that is begun and not saved, what was being written last.
  package var texts: [OpenEdit] { laidAside + [edit].compactMap(\.self) }
}

extension Draft {
  /// The same under another rubric: answers to what it does not ask are set apart, those that were being written among them.
  ///
  /// - Parameter saved: What the judgment has of remarks, if there is one.
  package func adapted(to rubric: Rubric?, candidateCount: Int, saved: Remarks) -> Draft {
    var adapted = self
    var remarks = self.remarks
    for text in texts {
      guard case .answer(let slot) = text.subject, rubric?.asksForText(at: slot) != true else { continue }
      remarks = remarks ?? saved
      remarks?.unasked[slot] = .text(text.text)
      adapted.laidAside.removeAll { $0.subject == text.subject }
      if adapted.edit?.subject == text.subject { adapted.edit = nil }
    }
    adapted.remarks = remarks?.adapted(to: rubric, candidateCount: candidateCount)
    return adapted
  }
}
