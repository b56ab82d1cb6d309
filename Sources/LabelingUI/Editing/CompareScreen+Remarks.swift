import Preference
import Terminal

/// What the rater writes beside the order.
extension CompareScreen {
  /// `correction of A`
  func name(of subject: EditSubject) -> String {
    switch subject {
    case .comment: "comment"
    case .runComment(let candidate): "comment on \(label(ofCandidate: candidate))"
    case .correction(let candidate, _): "correction of \(label(ofCandidate: candidate))"
    case .answer(let slot): answerName(slot)
    }
  }

  private func answerName(_ slot: AnswerSlot) -> String {
    let name = "answer to \(rubric?[slot.criterion]?.label ?? slot.criterion)"
    return slot.candidate.map { "\(name) on \(label(ofCandidate: $0))" } ?? name
  }

  /// What there was before anybody wrote.
  func originalText(of subject: EditSubject) -> String {
    guard case .correction(let candidate, let field) = subject else { return "" }
    return item.comparison.candidates[candidate].output.text(ofField: field)
  }

  /// As it stands now.
  func text(of subject: EditSubject) -> String {
    switch subject {
    case .comment: remarks.comment ?? ""
    case .runComment(let candidate): remarks.runComments[candidate] ?? ""
    case .correction(let candidate, let field): corrected(candidate).text(ofField: field)
    case .answer(let slot): if case .text(let text)? = remarks.answers[slot] { text } else { "" }
    }
  }

  private func corrected(_ candidate: Int) -> Candidate.Output {
    remarks.corrections[candidate] ?? item.comparison.candidates[candidate].output
  }

  /// A text that says nothing is no comment, and one that says what the run said no correction.
  mutating func save(_ text: String, as subject: EditSubject, changingType: Bool) throws(CorrectionFault) {
    switch subject {
    case .comment: remarks.comment = Self.comment(text)
    case .runComment(let candidate): remarks.runComments[candidate] = Self.comment(text)
    case .correction(let candidate, let field):
      let new = try corrected(candidate).replacing(field: field, with: text, changingType: changingType)
      let original = item.comparison.candidates[candidate].output
      remarks.corrections[candidate] = new == original ? nil : new
      if showsCorrections { showTexts() }
    case .answer(let slot): remarks.answers[slot] = Self.comment(text).map(Answer.text)
    }
  }

  private static func comment(_ text: String) -> String? {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : text
  }

  /// They differ from what is saved.
  var areRemarksChanged: Bool { remarks != item.judged?.remarks ?? Remarks() }

  /// Signs of what is written about a run, for its title.
  func remarkBadges(of candidate: Int, repertoire: Repertoire) -> [String] {
    var badges: [String] = []
    if remarks.corrections[candidate] != nil {
      let sign = repertoire == .unicode ? "✎ " : "e "
      badges.append(sign + (showsCorrections ? "corrected text" : "corrected"))
    }
    if remarks.runComments[candidate] != nil { badges.append("\" comment") }
    if laidAside.contains(where: { $0.subject.candidate == candidate }) { badges.append("draft") }
    return badges
  }

  /// Shows corrected texts in the place of the originals, or the originals again.
  mutating func toggleCorrections() {
    showsCorrections.toggle()
    showTexts()
  }

  private mutating func showTexts() {
    for index in columns.indices {
      let old = columns[index]
      let output =
        showsCorrections ? corrected(old.candidate) : item.comparison.candidates[old.candidate].output
      var column = RunColumn(
        index: index, candidate: old.candidate, text: Candidate(output: output).displayText, isRaw: old.isRaw,
        repertoire: old.pane.text.repertoire)
      column.weight = old.weight
      if old.pane.anchor > 0 {
        let place = CorrespondingPlaces(pivot: old.source, other: column.source)
          .other(of: old.sourceOffset(of: old.pane.anchor))
        column.pane.read(from: column.shownOffset(of: place))
      }
      columns[index] = column
    }
    (difference, target) = (nil, nil)
    fit(size)
  }
}
