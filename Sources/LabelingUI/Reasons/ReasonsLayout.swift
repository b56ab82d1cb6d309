import Preference
import Terminal

/// The panel's questions and answers in rows of a width.
struct ReasonsLayout: Equatable {
  struct Piece: Equatable {
    let text: String
    let role: Role
  }

  struct Row: Equatable {
    /// Which question it belongs to.
    let criterion: Int
    let isFirst: Bool
    var pieces: [[Piece]] = []
  }

  private static let indent = 4
  private static let gap = 2
  private(set) var rows: [Row] = []
  private let columns: Int
  private let repertoire: Repertoire

  /// - Parameters:
  ///   - drafts: Texts that were begun.
  ///   - unasked: What was answered to questions that are not asked any more, in words.
  init(
    _ panel: ReasonsPanel, answers: [AnswerSlot: Answer], drafts: [OpenEdit] = [], unasked: String = "",
    columns: Int, repertoire: Repertoire
  ) {
    self.columns = columns
    self.repertoire = repertoire
    for (index, criterion) in panel.criteria.enumerated() {
      let slot = panel.slot(of: criterion)
      let draft = drafts.first { $0.subject == .answer(slot) }
      add(pieces(of: criterion, answer: answers[slot], draft: draft?.text), criterion: index)
    }
    if !unasked.isEmpty {
      add([[Piece(text: unasked, role: .statusWarn)]], criterion: panel.criteria.count)
    }
  }

  /// The row where a question begins.
  func row(ofCriterion index: Int) -> Int { rows.firstIndex { $0.criterion == index } ?? 0 }

  func rows(ofCriterion index: Int) -> Int { rows.count { $0.criterion == index } }

  private mutating func add(_ groups: [[Piece]], criterion: Int) {
    var row = Row(criterion: criterion, isFirst: true)
    var used = 0
    for group in groups.flatMap(broken) {
      let width = width(of: group)
      if !row.pieces.isEmpty, used + width > columns {
        rows.append(row)
        row = Row(criterion: criterion, isFirst: false)
        used = Self.indent
      }
      row.pieces.append(group)
      used += width + Self.gap
    }
    rows.append(row)
  }

  /// What is wider than a row goes on in the next ones, between words.
  private func broken(_ group: [Piece]) -> [[Piece]] {
    let room = columns - Self.indent
    guard width(of: group) > room else { return [group] }
    var lines: [[Piece]] = [[]]
    for word in group.flatMap(\.words) {
      if let line = lines.last, !line.isEmpty, width(of: line + [word]) > room { lines.append([]) }
      lines[lines.count - 1].append(word)
    }
    return lines
  }

  private func width(of group: [Piece]) -> Int {
    group.reduce(0) { $0 + TextWidth.columns(of: $1.text, repertoire: repertoire) }
  }

  /// What is asked, then what can be answered, each with its letter.
  private func pieces(of criterion: Criterion, answer: Answer?, draft: String?) -> [[Piece]] {
    let isMissing = criterion.isRequired && answer == nil
    let label = [
      Piece(text: criterion.label, role: .menu),
      Piece(text: isMissing ? " (required)" : "", role: .statusWarn),
    ]
    switch criterion.kind {
    case .tags, .category:
      return [label] + criterion.options.map { Self.option(of: criterion, $0, answer: answer) }
    case .flag:
      return [Self.sign(isSet: answer == .flag(true), in: "[]") + Self.letter(criterion.letter) + label]
    case .rating(let scale): return [label] + Self.numbers(of: scale, answer: answer)
    case .text:
      let head = Self.letter(criterion.letter) + label
      return [head, text(answer, draft: draft, columns: columns - width(of: head) - Self.gap)]
    }
  }

  private static func option(of criterion: Criterion, _ option: Criterion.Option, answer: Answer?) -> [Piece]
  {
    let isChosen =
      switch answer {
      case .tags(let values)?: values.contains(option.value)
      case .text(let value)?: value == option.value
      default: false
      }
    var brackets = "[]"
    if case .category = criterion.kind { brackets = "()" }
    return sign(isSet: isChosen, in: brackets) + letter(option.letter)
      + [Piece(text: option.label, role: isChosen ? .menuMatch : .menu)]
  }

  private static func numbers(of scale: Scale, answer: Answer?) -> [[Piece]] {
    guard scale.isTypedByDigit else {
      var chosen = "-"
      if case .rating(let number)? = answer { chosen = Scale.text(number) }
      return [[Piece(text: chosen, role: .menuMatch), Piece(text: "  (\(scale.words))", role: .menu)]]
    }
    let numbers = (0..<scale.count).map { index in
      let isChosen = answer == .rating(scale.number(at: index))
      let text = Scale.text(scale.number(at: index))
      return Piece(text: isChosen ? "(\(text))" : " \(text) ", role: isChosen ? .menuMatch : .helpKey)
    }
    return [numbers]
  }

  private static let leastPreview = 16

  /// As much of its first line as fits, and how many lines it has.
  private func text(_ answer: Answer?, draft: String?, columns: Int) -> [Piece] {
    var saved = ""
    if case .text(let text)? = answer { saved = text }
    let text = draft ?? saved
    guard !text.isEmpty else { return [Piece(text: draft == nil ? "-" : "(draft)", role: .menu)] }
    let lines = text.unicodeScalars.count { $0 == "\n" } + 1
    let notes = [draft == nil ? nil : "draft", lines == 1 ? nil : "\(lines) lines"].compactMap(\.self)
    let note = notes.isEmpty ? "" : "  (\(notes.joined(separator: ", ")))"
    let room = max(Self.leastPreview, columns - note.utf8.count - 2)
    return [
      Piece(text: excerpt(of: text, columns: room), role: .menuMatch),
      Piece(text: note, role: .menu),
    ]
  }

  private func excerpt(of text: String, columns: Int) -> String {
    var length = columns
    while length > 1, TextWidth.columns(of: text.excerpt(length), repertoire: repertoire) > columns {
      length -= 1
    }
    return text.excerpt(length)
  }

  /// Told by a sign, never by color alone.
  private static func sign(isSet: Bool, in brackets: String) -> [Piece] {
    let (open, close) = (brackets.prefix(1), brackets.suffix(1))
    return [Piece(text: "\(open)\(isSet ? "x" : " ")\(close) ", role: isSet ? .menuMatch : .menu)]
  }

  private static func letter(_ letter: Unicode.Scalar?) -> [Piece] {
    letter.map { [Piece(text: "\($0) ", role: .helpKey)] } ?? []
  }
}

extension ReasonsLayout.Piece {
  /// Each with the blanks behind it; `[x] `, which has blanks within, is one.
  fileprivate var words: [Self] {
    guard !text.hasPrefix("["), !text.hasPrefix("(") else { return [self] }
    var words: [String.UnicodeScalarView] = []
    var isBehindBlank = false
    for scalar in text.unicodeScalars {
      if scalar != " ", isBehindBlank || words.isEmpty { words.append(.init()) }
      if words.isEmpty { words.append(.init()) }
      words[words.count - 1].append(scalar)
      isBehindBlank = scalar == " " && words.last?.contains { $0 != " " } == true
    }
    return words.map { Self(text: String($0), role: role) }
  }
}
