/// What a draft holds, without any of the text in it.
extension Draft {
  /// Such as `["order C > A=B", "correction of A", "2 answers", "being written: comment"]`.
  ///
  /// - Parameter order: Candidates in the order of the rater's columns, which say how runs are called.
  package func contents(order: [Int]) -> [String] {
    let labels = DraftLabels(order: order)
    let written =
      texts.isEmpty ? nil : "being written: " + texts.map(\.subject).map(labels.name).joined(separator: ", ")
    return [ranking.map { "order " + labels.words(for: $0) }].compactMap(\.self)
      + (remarks?.contents(labels) ?? []) + [written].compactMap(\.self)
  }
}

extension DraftStack {
  /// What the first draft holds, in words, and behind it what each of the others does.
  package func words(order: [Int]) -> [String] {
    entries.map { $0.draft.contents(order: order).joined(separator: ", ") }
  }
}

extension Remarks {
  fileprivate func contents(_ labels: DraftLabels) -> [String] {
    let corrected = corrections.keys.map { EditSubject.correction($0) }
    let commented = runComments.keys.map(EditSubject.runComment)
    let whole = comment == nil ? [] : [EditSubject.comment]
    let answered = answers.isEmpty ? [] : [CountedNoun.text(answers.count, "answer", "answers")]
    return (labels.sorted(corrected) + whole + labels.sorted(commented)).map(labels.name) + answered
  }
}

/// Runs as the rater knows them.
private struct DraftLabels {
  let order: [Int]

  private func column(of candidate: Int?) -> Int { candidate.flatMap { order.firstIndex(of: $0) } ?? 0 }

  private func label(_ candidate: Int) -> String { RunLabel.text(ofColumn: column(of: candidate)) }

  func sorted(_ subjects: [EditSubject]) -> [EditSubject] {
    subjects.sorted { column(of: $0.candidate) < column(of: $1.candidate) }
  }

  func words(for ranking: Ranking) -> String {
    ranking.tiers.map { tier in
      tier.sorted { column(of: $0) < column(of: $1) }.map(label).joined(separator: "=")
    }.joined(separator: " > ")
  }

  func name(_ subject: EditSubject) -> String {
    switch subject {
    case .comment: "comment"
    case .runComment(let candidate): "comment on \(label(candidate))"
    case .correction(let candidate, nil): "correction of \(label(candidate))"
    case .correction(let candidate, let field?): "correction of \(label(candidate)) (\(field))"
    case .answer(let slot):
      "answer to \(slot.criterion)" + (slot.candidate.map { " on \(label($0))" } ?? "")
    }
  }
}
