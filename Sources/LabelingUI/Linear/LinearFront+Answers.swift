import Preference
import Terminal

/// What a line means: a word that names something, or keys, one after the other.
extension LinearFront {
  private static let help = """
    A line is a command, one key as on the screen, or an order: cab ranks C, A, B, c a=b ties the last two; an empty
    line saves. Of two runs, one letter is the better one, and saves.
    read      says the comparison again; read b, read prompt: a part of it
    find X    says the lines with X
    why       says what the campaign asks beside the order; why a factual, why confidence sure: answers
    correct a corrects a run line by line, or in $VISUAL or $EDITOR if that is set
    comment X comments on the comparison; comment a: X on a run; without X, in several lines
    list X    lists comparisons; list unjudged, list flagged, list judged, list drafts, or words
    discard 3 discards what is begun of comparison 3; asks for a second time
    go X      goes to the comparison of that number or id
    And every command by name:
    """

  mutating func answer(_ line: String) {
    // Lines are not held down.
    model.judgedLast = nil
    if model.written != nil { return write(line: line) }
    let (first, rest) = Self.firstWord(of: line)
    if first != "discard" { asked = nil }
    guard !first.isEmpty else {
      press(Key(.enter))
      return sayMissing()
    }
    if first == "why" { return why(rest) }
    if first == "comment" { return comment(rest) }
    if first == "correct" { return correct(rest) }
    // What waited for answers is given up for something else.
    if case .reasons = model.overlay { press(Key(.escape)) }
    defer { sayMissing() }
    switch first {
    case "help", "?": sayHelp()
    case "read": read(rest)
    case "find" where !rest.isEmpty: find(rest)
    case "list": list(rest)
    case "discard": discard(rest)
    case "go" where !rest.isEmpty: goTo(rest)
    default: answer(command: rest.isEmpty ? first : line)
    }
  }

  /// A line is one command, one key, or an order of runs. Whatever else it is, nothing of it is carried out.
  private mutating func answer(command line: String) {
    if let request = request(named: line) { return carryOut(request) }
    if let order = LinearOrder(line, runCount: model.context.runCount) { return rank(order) }
    if let request = request(ofKeys: line) { return carryOut(request) }
    say("“\(line)” is no command and no order of the runs; nothing was done, help lists what is understood")
  }

  /// The first word of a line, and what stands behind it, both without blanks around them.
  static func firstWord(of line: String) -> (word: String, rest: String) {
    let scalars = line.unicodeScalars
    let words = scalars.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let word = words.first else { return ("", "") }
    let rest = words.dropFirst().first?.drop { $0 == " " } ?? scalars.suffix(0)
    let end = rest.lastIndex { $0 != " " }.map(rest.index(after:)) ?? rest.startIndex
    return (String(word), String(rest[..<end]))
  }

  private func request(named name: String) -> CommandRequest? {
    guard let command = Command(rawValue: name), !command.needsRun, !Self.onlyOnScreens.contains(command)
    else { return nil }
    return CommandRequest(command)
  }

  /// Keys that open something on the screen do not work on lines.
  private func request(ofKeys line: String) -> CommandRequest? {
    let keys = line.unicodeScalars.filter { $0 != " " && $0 != "\t" }.map { Key(.character($0)) }
    guard let sequence = KeySequence(keys),
      case .request(let request) = model.keymap.meaning(of: sequence, runCount: model.context.runCount),
      !Self.onlyOnScreens.contains(request.command), !request.command.needsRun
    else { return nil }
    return request
  }

  private mutating func rank(_ order: LinearOrder) {
    for step in order.steps {
      switch step {
      case .run(let column): carryOut(CommandRequest(.chooseRun, argument: column))
      case .tie: carryOut(CommandRequest(.tie))
      }
    }
  }

  private static let onlyOnScreens: Set<Command> = [
    .help, .search, .nextMatch, .previousMatch, .clearSearch, .queue, .goTo, .lineDown, .lineUp, .pageDown,
    .pageUp, .toTop, .toBottom, .focusNext, .focusPrevious, .focusPrompt, .toggleScrolling, .togglePrompt,
    .redraw, .interrupt, .suspend, .chooseTheme, .toggleMouse, .focusNumber, .cycleAid, .pairUp, .setPivot,
    .nextDifference, .previousDifference, .nextUnique, .nextBlock, .previousBlock, .toggleZoom, .widen,
    .narrow, .evenWidths, .toggleRaw, .toggleReference, .inspect, .copy, .correct, .comment, .commentRun,
    .editExternally, .toggleCorrections, .reasons,
  ]

  private func sayHelp() {
    say(Self.help)
    for definition in CommandTable.definitions where !Self.onlyOnScreens.contains(definition.command) {
      let name = definition.command.needsRun ? "a, b, …" : definition.command.rawValue
      let reason = definition.command.unavailability(in: model.context).map { " Not now: \($0)." } ?? ""
      say("\(name): \(definition.help)\(reason)")
    }
  }

  private func read(_ part: String) {
    guard let screen = model.screen else { return say("no comparison is open") }
    let comparison = LinearComparison(screen, total: model.progress.total)
    let label = part.uppercased()
    if part.isEmpty { return say(comparison.lines) }
    if label == "PROMPT" { return say(comparison.text(0)) }
    guard let index = screen.columns.firstIndex(where: { $0.label == label }) else {
      return say("there is no run \(part); read, read prompt, read a")
    }
    say(comparison.text(index + 1))
  }
}

// MARK: - Searching and going

extension LinearFront {
  private static let searchBudget = Duration.milliseconds(400)
  /// In the prompt or a run; nobody listens to more.
  private static let mostFound = 200

  private func find(_ words: String) {
    guard let screen = model.screen else { return say("no comparison is open") }
    let request = SearchRequest(number: 0, query: SearchQuery(text: words), texts: screen.searchedTexts)
    let end = clock() + Self.searchBudget
    let findings = request.findings { _ in clock() >= end }
    say("\(findings.matches.count)\(findings.isCutShort ? "+" : "") found")
    for pane in request.texts.indices {
      let name = pane == 0 ? "prompt" : screen.columns[pane - 1].label
      let matches = findings.matches[findings.indices(ofPane: pane)].prefix(Self.mostFound)
      say(lines(with: matches.map(\.range.lowerBound), in: request.texts[pane]).map { "\(name), \($0)" })
    }
  }

  /// `line 3: The sky`, for each line in which one of the offsets lies; these ascend.
  private func lines(with offsets: [Int], in text: String) -> [String] {
    guard !offsets.isEmpty else { return [] }
    let bytes = Array(text.utf8)
    var rest = offsets[...]
    return TextLines(bytes).enumerated().compactMap { index, line in
      let before = rest.count
      rest = rest.drop { $0 <= line.upperBound }
      return rest.count < before
        ? "line \(index + 1): \(String(decoding: bytes[line], as: UTF8.self))" : nil
    }
  }

  private mutating func list(_ words: String) {
    var filter = QueueFilter(text: words)
    let (first, rest) = Self.firstWord(of: words)
    if let state = QueueFilter.State(rawValue: first) { filter = QueueFilter(state: state, text: rest) }
    guard let page = entries(filter, count: 20) else { return }
    model.list = filter
    say("\(page.total) in the list\(filter.isWhole ? "" : ": \(filter.words); next and previous follow it")")
    for entry in page.entries {
      let flag = entry.isFlagged ? ", flagged" : ""
      let verdict = entry.verdict.isEmpty ? "" : " (\(entry.verdict))"
      let begun = entry.begun.isEmpty ? "" : " of \(entry.draftWords)"
      say("\(entry.number). \(entry.state)\(begun)\(verdict)\(flag): \(entry.prompt)")
    }
    if page.total > page.entries.count { say("and \(page.total - page.entries.count) more") }
  }

  private mutating func goTo(_ name: String) {
    for effect in model.leave(for: .openNamed(name)) { carryOut(effect) }
  }
}
