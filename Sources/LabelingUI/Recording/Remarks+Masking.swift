import Preference

// The comparison that goes with them holds texts only, so that masked corrections are texts too.

extension Decision {
  func masked(_ mask: TextMask) -> Decision {
    Decision(verdict: verdict, ranking: ranking, remarks: remarks.masked(mask))
  }
}

extension Draft {
  func masked(_ mask: TextMask) -> Draft {
    Draft(
      ranking: ranking, remarks: remarks?.masked(mask), edit: edit?.masked(mask),
      laidAside: laidAside.map { $0.masked(mask) })
  }
}

extension Remarks {
  fileprivate func masked(_ mask: TextMask) -> Remarks {
    if mask.isOff { return self }
    return Remarks(
      comment: comment.map { mask($0) }, runComments: runComments.mapValues { mask($0) },
      corrections: corrections.mapValues { .text(mask(Candidate(output: $0).displayText)) },
      answers: answers.mapValues { $0.masked(mask) }, unasked: unasked.mapValues { $0.masked(mask) })
  }
}

extension OpenEdit {
  /// The cursor goes to the end: masked texts may have another length.
  fileprivate func masked(_ mask: TextMask) -> OpenEdit {
    if mask.isOff { return self }
    let text = mask(text)
    return OpenEdit(subject: subject.wholeRun, text: text, cursor: text.utf8.count)
  }
}

extension EditSubject {
  fileprivate var wholeRun: EditSubject {
    if case .correction(let candidate, _) = self { .correction(candidate) } else { self }
  }
}

extension Answer {
  /// Values of options are the rubric's words; they are masked with free texts, which look the same.
  fileprivate func masked(_ mask: TextMask) -> Answer {
    if case .text(let text) = self { .text(mask(text)) } else { self }
  }
}
