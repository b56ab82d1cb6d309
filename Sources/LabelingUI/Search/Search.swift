/// The search of a session: what is looked for, and where it is in the open comparison.
struct Search: Equatable, Sendable {
  /// Where the rater was when the line was opened: Esc goes back there, and matches are looked for from there on.
  struct Origin: Equatable, Sendable {
    let place: ReadingPlace
    let pane: Int
    let offset: Int
    let query: SearchQuery
  }

  /// How the last step to a match went past an end.
  enum Turn: Equatable, Sendable {
    case atEnd, atStart
  }

  var query = SearchQuery()
  /// The line while it is typed.
  private(set) var line: InputLine?
  private(set) var origin: Origin?
  private(set) var findings = SearchFindings()
  /// The match that the rater stands on, among the findings.
  private(set) var current: Int?
  private(set) var turn: Turn?
  /// Of the last request.
  private var number = 0
  /// What the texts hold is not known yet.
  private(set) var isLooking = false
  /// The rater is to be shown what is found.
  private var awaitsMatch = false

  /// Whether there is anything to look for or to show.
  var isActive: Bool { !query.isEmpty }

  /// Not what is only being typed.
  var lastQuery: SearchQuery { origin?.query ?? query }

  var currentMatch: SearchMatch? { current.map { findings.matches[$0] } }
}

// MARK: - Typing

extension Search {
  mutating func open(_ origin: Origin) {
    self.origin = origin
    line = InputLine()
    query.text = ""
    forgetFindings()
  }

  /// Takes a key on the line; `false` if it does not edit.
  mutating func edit(_ change: (inout InputLine) -> Bool) -> Bool {
    guard var line, change(&line) else { return false }
    self.line = line
    query.text = line.text
    return true
  }

  /// Stays where the search led. Nothing typed means what was looked for before.
  mutating func close() {
    if query.isEmpty, let origin { query.text = origin.query.text }
    line = nil
    origin = nil
  }

  /// Everything is as it was before the line was opened.
  mutating func cancel() {
    query = origin?.query ?? SearchQuery()
    line = nil
    origin = nil
    forgetFindings()
  }

  mutating func clear() {
    query.text = ""
    forgetFindings()
  }

  /// What was found was found in other texts.
  mutating func forgetFindings() {
    findings = SearchFindings()
    current = nil
    turn = nil
    awaitsMatch = false
    isLooking = false
  }
}

// MARK: - Findings

extension Search {
  /// - Parameter showsMatch: whether the rater is to be taken to what is found.
  mutating func request(in texts: [String], showsMatch: Bool) -> SearchRequest {
    number += 1
    awaitsMatch = showsMatch
    isLooking = true
    return SearchRequest(number: number, query: query, texts: texts)
  }

  /// Takes the answer in, unless it comes too late. Tells whether the rater is to be taken to a match.
  mutating func take(_ findings: SearchFindings, number: Int) -> Bool {
    guard number == self.number, isActive || line != nil else { return false }
    self.findings = findings
    isLooking = false
    current = nil
    turn = nil
    defer { awaitsMatch = false }
    return awaitsMatch
  }

  /// The rater wants to see a match, as soon as one is known.
  mutating func awaitMatch() { awaitsMatch = true }

  /// Goes to the first match from there on, from the top again behind the last.
  mutating func start(fromPane pane: Int, offset: Int) {
    guard !findings.matches.isEmpty else { return current = nil }
    let next = findings.firstIndex(fromPane: pane, offset: offset)
    move(to: next)
  }

  /// Goes to the first match before there, from the end again before the first.
  mutating func startBackwards(fromPane pane: Int, offset: Int) {
    guard !findings.matches.isEmpty else { return current = nil }
    move(to: findings.firstIndex(fromPane: pane, offset: offset) - 1)
  }

  mutating func step(by step: Int) {
    guard let current else { return }
    move(to: current + step)
  }

  private mutating func move(to index: Int) {
    let count = findings.matches.count
    turn = index >= count ? .atEnd : index < 0 ? .atStart : nil
    current = (index + count) % count
  }
}
