import Preference

/// Texts that were begun and put down: kept with the comparison, and taken up where they were left.
extension CompareScreen {
  func laidAside(_ subject: EditSubject) -> OpenEdit? { laidAside.first { $0.subject == subject } }

  /// Each subject has one text; the one that was put down last is the last.
  mutating func layAside(_ edit: OpenEdit) {
    drop(edit.subject)
    laidAside.append(edit)
  }

  mutating func drop(_ subject: EditSubject) {
    laidAside.removeAll { $0.subject == subject }
  }

  /// A text of which this one is a part, or that is a part of it: saved one after the other, one would undo the other.
  func overlapping(_ subject: EditSubject) -> EditSubject? {
    let output = subject.candidate.map { item.comparison.candidates[$0].output }
    return laidAside.last { $0.subject.overlaps(subject, in: output) }?.subject
  }

  /// Such as `correction of A (answer), comment`.
  func names(of edits: [OpenEdit]) -> String {
    edits.map { edit in
      let name = name(of: edit.subject)
      return edit.subject.field.map { "\(name) (\($0))" } ?? name
    }.joined(separator: ", ")
  }

  /// Such as `the correction of A is a draft`; empty if nothing is.
  var laidAsideWords: String {
    switch laidAside.count {
    case 0: ""
    case 1: "the \(names(of: laidAside)) is a draft"
    default: "\(laidAside.count) texts are drafts: \(names(of: laidAside))"
    }
  }

  /// Such as `not asked any more, but kept: tone of A: formal`; empty if there is none.
  var unaskedWords: String {
    let slots = remarks.unasked.keys.sorted {
      ($0.criterion, columnOrder($0)) < ($1.criterion, columnOrder($1))
    }
    guard !slots.isEmpty else { return "" }
    return "not asked any more, but kept: " + slots.map { words(of: $0) }.joined(separator: "; ")
  }

  private func columnOrder(_ slot: AnswerSlot) -> Int {
    slot.candidate.flatMap { item.order.firstIndex(of: $0) } ?? -1
  }

  private func words(of slot: AnswerSlot) -> String {
    let name = slot.candidate.map { "\(slot.criterion) of \(label(ofCandidate: $0))" } ?? slot.criterion
    return "\(name): \(remarks.unasked[slot]?.words ?? "")"
  }
}

extension Answer {
  private static let longest = 40

  /// Without the rubric's labels, on one line.
  fileprivate var words: String {
    switch self {
    case .tags(let values): values.joined(separator: ", ")
    case .text(let text): text.excerpt(Self.longest)
    case .rating(let number): Scale.text(number)
    case .flag(let isSet): isSet ? "yes" : "no"
    }
  }
}

extension String {
  /// Its first line with something in it, and a sign if there is more.
  func excerpt(_ longest: Int) -> String {
    let line =
      unicodeScalars.split { $0 == "\n" || $0 == "\r" }
      .first { !$0.allSatisfy(\.properties.isWhitespace) } ?? unicodeScalars[...]
    let shown = line.prefix(longest)
    return shown.startIndex > startIndex || shown.endIndex < endIndex ? String(shown) + " …" : String(shown)
  }
}
