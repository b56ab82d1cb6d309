import Preference
import Terminal

/// The rubric and comments by words: the model is that of the screens.
extension LinearFront {
  /// `why` says the questions; `why a factual`, `why a helpfulness 4`, `why confidence sure` answer.
  mutating func why(_ words: String) {
    guard case .comparing(let screen) = model.activity else { return say("no comparison is open") }
    guard let rubric = model.rubric, !rubric.criteria.isEmpty else {
      return say("this campaign asks nothing beside the order")
    }
    guard !words.isEmpty else { return sayQuestions(rubric, on: screen) }
    let (first, behind) = Self.firstWord(of: words)
    let candidate = screen.columns.first { $0.label == first.uppercased() }?.candidate
    let rest = candidate == nil ? words : behind
    let criteria = rubric.criteria(in: candidate == nil ? .comparison : .run)
    if let criterion = criteria.first(where: { $0.kind == .text && $0.key.lowercased() == rest.lowercased() })
    {
      return write(.answer(AnswerSlot(criterion.key, candidate: candidate)))
    }
    guard let (criterion, answer) = answer(rest, criteria, candidate: candidate, on: screen) else {
      return say("there is no such answer; why lists the questions, and whether they are about a run")
    }
    model.withScreen { $0.remarks.answers[AnswerSlot(criterion.key, candidate: candidate)] = answer }
    let about = candidate.map { ", run \(screen.label(ofCandidate: $0))" } ?? ""
    say("\(criterion.label)\(about): \(answer.map(criterion.words) ?? "no answer")")
  }

  /// `comment it is too long` is about the comparison, `comment a: too long` about a run; with nothing behind it, it is written
  /// in several lines.
  mutating func comment(_ words: String) {
    guard case .comparing(let screen) = model.activity else { return say("no comparison is open") }
    let start = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if start.count == 2, let column = screen.columns.first(where: { $0.label == start[0].uppercased() }) {
      let text = Self.trimmed(String(start[1]))
      if text.isEmpty { return write(.runComment(column.candidate)) }
      model.withScreen { $0.remarks.runComments[column.candidate] = text }
      return say("comment on run \(column.label): \(text)")
    }
    if words.isEmpty { return write(.comment) }
    model.withScreen { $0.remarks.comment = words }
    say("comment: \(words)")
  }

  /// What has to be answered before the order is saved.
  func sayMissing() {
    guard case .reasons(let panel) = model.overlay, panel.decision != nil, let screen = model.screen else {
      return
    }
    for slot in panel.rubric.missing(in: screen.remarks.answers, candidateCount: screen.runCount) {
      guard let criterion = panel.rubric[slot.criterion] else { continue }
      let about = slot.candidate.map { "run \(screen.label(ofCandidate: $0)), " } ?? ""
      say("required: \(about)\(criterion.label)")
    }
    say("Answer with why; an empty line saves then.")
  }

  private func sayQuestions(_ rubric: Rubric, on screen: CompareScreen) {
    for criterion in rubric.criteria {
      sayQuestion(criterion)
      sayAnswers(to: criterion, on: screen)
    }
  }

  private func sayQuestion(_ criterion: Criterion) {
    let example = criterion.scope == .run ? "why a \(criterion.key)" : "why \(criterion.key)"
    let need = criterion.isRequired ? ", required" : ""
    say("\(criterion.label)\(choices(of: criterion))\(need): \(example) …")
  }

  /// In brackets; empty if the answer is a text.
  private func choices(of criterion: Criterion) -> String {
    if let scale = criterion.scale { return " (\(scale.words))" }
    let options = criterion.options.map(\.value).joined(separator: ", ")
    return options.isEmpty ? "" : " (\(options))"
  }

  private func sayAnswers(to criterion: Criterion, on screen: CompareScreen) {
    for slot in criterion.slots(candidateCount: screen.runCount) {
      guard let answer = screen.remarks.answers[slot] else { continue }
      let about = slot.candidate.map { "  run \(screen.label(ofCandidate: $0)): " } ?? "  "
      say(about + criterion.words(for: answer))
    }
  }

  /// An option alone, or a question with its answer.
  private func answer(
    _ words: String, _ criteria: [Criterion], candidate: Int?, on screen: CompareScreen
  ) -> (Criterion, Answer?)? {
    func present(_ criterion: Criterion) -> Answer? {
      screen.remarks.answers[AnswerSlot(criterion.key, candidate: candidate)]
    }
    for criterion in criteria {
      if let option = criterion.option(named: words) {
        return (criterion, criterion.toggling(option.value, in: present(criterion)))
      }
    }
    let (key, value) = Self.firstWord(of: words)
    guard let criterion = criteria.first(where: { $0.key.lowercased() == key.lowercased() }) else {
      return nil
    }
    if value == "none" { return (criterion, nil) }
    switch criterion.kind {
    case .flag: return (criterion, criterion.togglingFlag(present(criterion)))
    case .text: return value.isEmpty ? nil : (criterion, .text(value))
    case .rating(let scale):
      guard let number = Double(value), let index = scale.index(of: number) else { return nil }
      return (criterion, .rating(scale.number(at: index)))
    case .tags, .category:
      return criterion.option(named: value).map {
        (criterion, criterion.toggling($0.value, in: present(criterion)))
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " })
  }
}

extension Criterion {
  fileprivate func option(named name: String) -> Option? {
    options.first { $0.value.lowercased() == name.lowercased() || $0.label.lowercased() == name.lowercased() }
  }
}
