import Preference
import Terminal

/// The questions of the rubric below the runs: single letters answer, for one run or the comparison at a time.
struct ReasonsPanel: Equatable, Sendable {
  /// What is answered about: a run, or the comparison.
  struct Place: Equatable, Sendable {
    /// `nil` for the comparison.
    let column: Int?
    let candidate: Int?

    var label: String { column.map(RunLabel.text(ofColumn:)) ?? "comparison" }
  }

  /// What a key comes to.
  enum Outcome: Equatable {
    case stays
    case refused(String)
    case answers(AnswerSlot, Answer?)
    /// A text is written in the editor.
    case writes(AnswerSlot)
    /// Another place is answered about.
    case moves
    /// The decision that waited can be saved.
    case finishes
    case closes
    case allows(Command)
  }

  let rubric: Rubric
  let places: [Place]
  /// What is saved once all that is required is answered; `nil` if the rater came by themselves.
  let decision: Decision?
  private(set) var placeIndex = 0
  /// The question in focus.
  private(set) var selected = 0
  /// A number that is being typed.
  private(set) var line: InputLine?

  /// `nil` if the rubric asks nothing.
  ///
  /// - Parameters:
  ///   - order: Candidates in the order of the columns.
  ///   - column: The run in focus.
  init?(_ rubric: Rubric, order: [Int], column: Int, decision: Decision? = nil) {
    let runs =
      rubric.criteria(in: .run).isEmpty ? [] : order.enumerated().map { Place(column: $0, candidate: $1) }
    let whole = rubric.criteria(in: .comparison).isEmpty ? [] : [Place(column: nil, candidate: nil)]
    guard !(runs + whole).isEmpty else { return nil }
    self.rubric = rubric
    self.decision = decision
    places = runs + whole
    placeIndex = places.firstIndex { $0.column == column } ?? 0
  }

  var place: Place { places[placeIndex] }
  var criteria: [Criterion] { rubric.criteria(in: place.column == nil ? .comparison : .run) }
  var criterion: Criterion { criteria[selected] }

  func slot(of criterion: Criterion) -> AnswerSlot {
    AnswerSlot(criterion.key, candidate: place.candidate)
  }

  /// Goes to where the answer is missing.
  mutating func go(to slot: AnswerSlot) {
    guard let index = places.firstIndex(where: { $0.candidate == slot.candidate }) else { return }
    placeIndex = index
    selected = criteria.firstIndex { $0.key == slot.criterion } ?? 0
  }
}

// MARK: - Keys

extension ReasonsPanel {
  mutating func press(_ key: Key, answers: [AnswerSlot: Answer], keymap: Keymap) -> Outcome {
    if line != nil { return pressInLine(key) }
    switch (key.code, key.modifiers) {
    case (.escape, []): return .closes
    case (.enter, []): return enter(answers)
    case (.tab, []): return goOn(answers)
    case (.tab, .shift): return move(toPlace: -1)
    case (.right, []): return step(1, answers) ?? move(toPlace: 1)
    case (.left, []): return step(-1, answers) ?? move(toPlace: -1)
    case (.down, []), (.character("n"), .control): return move(by: 1)
    case (.up, []), (.character("p"), .control): return move(by: -1)
    case (.backspace, []), (.delete, []): return .answers(slot(of: criterion), nil)
    case (.character(" "), []) where criterion.kind == .flag: return toggleFlag(criterion, answers)
    case (.character(let scalar), []): return type(scalar, answers)
    default: return follow(key, keymap: keymap)
    }
  }

  /// A paste goes where a number is typed.
  mutating func insert(pasted text: String) -> Bool {
    line?.insert(pasted: text)
    return line != nil
  }

  private func follow(_ key: Key, keymap: Keymap) -> Outcome {
    guard case .request(let request) = keymap.meaning(of: KeySequence(key), runCount: 0) else {
      return .stays
    }
    switch request.command {
    case .redraw, .suspend: return .allows(request.command)
    case .quit, .reasons: return .closes
    default: return .stays
    }
  }

  private mutating func move(by rows: Int) -> Outcome {
    selected = max(0, min(selected + rows, criteria.count - 1))
    return .stays
  }

  private mutating func move(toPlace step: Int) -> Outcome {
    placeIndex = (placeIndex + step + places.count) % places.count
    selected = min(selected, criteria.count - 1)
    return .moves
  }

  private mutating func enter(_ answers: [AnswerSlot: Answer]) -> Outcome {
    guard decision != nil else {
      return criterion.kind == .text ? .writes(slot(of: criterion)) : .closes
    }
    guard let missing = missing(in: answers).first else { return .finishes }
    go(to: missing)
    return criterion.kind == .text ? .writes(slot(of: criterion)) : .moves
  }

  private var candidateCount: Int { places.count { $0.column != nil } }

  /// What has to be answered and is not, in the order of the places.
  func missing(in answers: [AnswerSlot: Answer]) -> [AnswerSlot] {
    let missing = rubric.missing(in: answers, candidateCount: candidateCount)
    return places.flatMap { place in missing.filter { $0.candidate == place.candidate } }
  }

  /// Before a decision, the next place that lacks an answer; else the next.
  private mutating func goOn(_ answers: [AnswerSlot: Answer]) -> Outcome {
    guard decision != nil else { return move(toPlace: 1) }
    let others = Array(placeIndex + 1..<places.count) + Array(0..<placeIndex)
    let missing = missing(in: answers)
    let slots = others.compactMap { index in missing.first { $0.candidate == places[index].candidate } }
    guard let next = slots.first else { return move(toPlace: 1) }
    go(to: next)
    return .moves
  }
}

// MARK: - Answers

extension ReasonsPanel {
  private mutating func type(_ scalar: Unicode.Scalar, _ answers: [AnswerSlot: Answer]) -> Outcome {
    if let rating = rating(for: scalar) { return type(scalar, into: rating) }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    let letters = [scalar, lower]
    let found = letters.compactMap { letter in
      criteria.firstIndex { $0.letters.contains(letter) }.map { (letter, $0) }
    }
    guard let (letter, index) = found.first else {
      return .refused("no question has '\(scalar)'; the letters stand before the answers, Esc closes")
    }
    selected = index
    if let option = criterion.options.first(where: { $0.letter == letter }) {
      let slot = slot(of: criterion)
      return .answers(slot, criterion.toggling(option.value, in: answers[slot]))
    }
    switch criterion.kind {
    case .flag: return toggleFlag(criterion, answers)
    case .text: return .writes(slot(of: criterion))
    case .rating, .tags, .category: return .stays
    }
  }

  private func toggleFlag(_ criterion: Criterion, _ answers: [AnswerSlot: Answer]) -> Outcome {
    let slot = slot(of: criterion)
    return .answers(slot, criterion.togglingFlag(answers[slot]))
  }

  /// The rating that a digit is meant for: the one in focus, or else the first.
  private func rating(for scalar: Unicode.Scalar) -> Int? {
    guard ("0"..."9").contains(scalar) || (scalar == "-" && criterion.scale != nil) else { return nil }
    return criterion.scale == nil ? criteria.firstIndex { $0.scale != nil } : selected
  }

  private mutating func type(_ scalar: Unicode.Scalar, into index: Int) -> Outcome {
    selected = index
    guard let scale = criterion.scale, scale.isTypedByDigit else {
      line = InputLine(String(scalar))
      return .stays
    }
    return answer(number: String(scalar))
  }

  private func answer(number text: String) -> Outcome {
    guard let scale = criterion.scale, let number = Double(text), let index = scale.index(of: number) else {
      return .refused("\(criterion.label): a number \(criterion.scale?.words ?? "")")
    }
    return .answers(slot(of: criterion), .rating(scale.number(at: index)))
  }

  /// A rating goes up or down; `nil` where there is none.
  private func step(_ step: Int, _ answers: [AnswerSlot: Answer]) -> Outcome? {
    guard let scale = criterion.scale else { return nil }
    let slot = slot(of: criterion)
    var index = step > 0 ? 0 : scale.count - 1
    if case .rating(let number)? = answers[slot], let present = scale.index(of: number) {
      index = present + step
    }
    return .answers(slot, .rating(scale.number(at: index)))
  }

  private mutating func pressInLine(_ key: Key) -> Outcome {
    switch (key.code, key.modifiers) {
    case (.escape, []), (.character("c"), .control):
      line = nil
    case (.enter, []):
      guard let text = line?.text else { return .stays }
      line = nil
      return answer(number: text)
    default:
      _ = line?.take(key)
    }
    return .stays
  }
}

extension Criterion {
  var scale: Scale? { if case .rating(let scale) = kind { scale } else { nil } }
}

extension Scale {
  /// Each of its numbers is one digit.
  var isTypedByDigit: Bool {
    count <= 10 && minimum >= 0 && maximum <= 9 && step == step.rounded() && minimum == minimum.rounded()
  }

  /// `from 1 to 5`, `from 0 to 1 by 0.25`.
  var words: String {
    "from \(Scale.text(minimum)) to \(Scale.text(maximum))" + (step == 1 ? "" : " by \(Scale.text(step))")
  }
}
