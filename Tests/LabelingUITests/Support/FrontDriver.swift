import Preference
import Terminal
import Testing

@testable import LabelingUI

/// Drives the model as the loop does, with a workspace in memory: keys in, screens and decisions out.
struct FrontDriver {
  var model: Model
  private(set) var decisions: [Int: Decision] = [:]
  private(set) var requests: [JudgmentRequest] = []
  private(set) var flags: Set<Int> = []
  private(set) var place: RaterPlace?
  private(set) var drafts: [Int: Draft] = [:]
  /// What other windows have begun, in words.
  var elsewhere: [Int: [String]] = [:]
  /// Effects that belong to the terminal.
  private(set) var outside: [Effect] = []
  private var history: [(number: Int, before: Decision?)] = []
  private let items: [ComparisonItem]
  private(set) var now = Duration.seconds(0)
  private var drawn = DrawnFrame()
  /// The next recording fails with this reason.
  var failure: String?
  /// Drafts cannot be kept while there is a reason.
  var draftFailure: String?
  /// The next comparison cannot be opened, for this reason.
  var openFailure: String?
  /// Writes down what the model is told.
  private let recorder: SessionRecorder?
  /// Answers of searches and lists wait until they are let go.
  var holdsAnswers = false
  private var heldAnswers: [Message] = []

  init(
    _ items: [ComparisonItem], size: Size = Size(columns: 80, rows: 24), repertoire: Repertoire = .unicode,
    keymap: Keymap = Keymap(), place: RaterPlace? = nil, drafts: [Int: Draft] = [:], rubric: Rubric? = nil,
    recordedBy makeRecorder: ((Model) -> SessionRecorder)? = nil
  ) {
    self.items = items
    self.drafts = drafts
    model = Model(
      campaign: "test", progress: RaterProgress(total: items.count, judged: 0), size: size,
      repertoire: repertoire, keymap: keymap, place: place, rubric: rubric)
    recorder = makeRecorder?(model)
    for effect in model.start() { carryOut(effect) }
    settle()
  }

  init(texts: [[String]], size: Size = Size(columns: 80, rows: 24)) {
    self.init(texts.enumerated().map { makeItem(number: $0.offset + 1, texts: $0.element) }, size: size)
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      send(.input(.key(key), at: now))
      settle()
    }
  }

  mutating func type(_ letters: String) {
    for scalar in letters.unicodeScalars { press(Key(.character(scalar))) }
  }

  mutating func paste(_ text: PastedText) {
    send(.input(.paste(text), at: now))
    settle()
  }

  /// All keys arrive before another frame is shown.
  mutating func typeAtOnce(_ letters: String) {
    for scalar in letters.unicodeScalars { send(.input(.key(Key(.character(scalar))), at: now)) }
    settle()
  }

  mutating func send(_ message: Message) {
    recorder?.note(message, isWriting: model.isWriting)
    for effect in model.update(message) { carryOut(effect) }
    expectSameFrame()
  }

  /// What is taken over from the last frame is what would be drawn anew.
  private mutating func expectSameFrame() {
    let frame = model.frame(reusing: &drawn)
    let anew = model.frame()
    if frame != anew { Issue.record("\(frame.snapshot)\ninstead of\n\(anew.snapshot)") }
  }

  mutating func letAnswersGo() {
    holdsAnswers = false
    let answers = heldAnswers
    heldAnswers = []
    for answer in answers { send(answer) }
  }

  private mutating func answer(_ message: Message) {
    if holdsAnswers { heldAnswers.append(message) } else { send(message) }
  }

  /// Nobody presses a key for that long.
  mutating func wait(_ time: Duration) {
    let end = now + time
    while let wake = model.wakeTime, wake <= end {
      now = max(now, wake)
      send(.timePassed(at: now))
    }
    now = end
  }

  /// A frame is shown, and a second goes by.
  private mutating func settle() {
    if model.awaitsFirstFrame { send(.frameShown(at: now)) }
    now += .seconds(1)
  }

  var text: String { model.frame().surface.rowsOfText.joined(separator: "\n") }
  func line(_ row: Int) -> String {
    String(text.split(separator: "\n", omittingEmptySubsequences: false)[row])
  }
  var lastLine: String { line(model.size.rows - 1) }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .open(let number): open(number)
    case .openUnjudged(let number): openUnjudged(after: number)
    case .record(let request): record(request)
    case .compare(let request):
      if let difference = DifferenceEngine.compare(request) {
        send(.compared(difference, request: request.number))
      }
    case .compareEdit(let request):
      if let difference = EditDifference(request) {
        send(.editCompared(difference, request: request.number))
      }
    case .undo: undo()
    case .redo: send(.stepped(.redo, comparison: nil))
    case .keepPlace(let place): self.place = place
    case .keepDraft(let draft):
      if let draftFailure { return send(.workFailed(.keeping, reason: draftFailure)) }
      drafts[draft.comparison] = draft.draft
    case .discardDraft(let number):
      drafts[number] = nil
      send(.draftDiscarded(comparison: number))
    case .openNamed(let name): openNamed(name)
    case .openListed(let step): open(step)
    case .listQueue(let request): answer(.queueListed(page(request)))
    case .toggleFlag(let number):
      flags.formSymmetricDifference([number])
      send(.flagChanged(comparison: number, isFlagged: flags.contains(number)))
    case .search(let request):
      answer(.found(request.findings { _ in false }, search: request.number))
    case .editExternally where recorder != nil: send(.externallyEdited(.unchanged, at: now))
    case .editExternally, .suspend, .repaint, .copy, .useMouse, .useTheme, .quit: outside.append(effect)
    }
  }

  private var progress: RaterProgress { RaterProgress(total: items.count, judged: decisions.count) }

  private mutating func open(_ number: Int) {
    if let reason = openFailure {
      openFailure = nil
      return send(.workFailed(.opening, reason: reason))
    }
    let item = items[number - 1]
    send(
      .opened(
        ComparisonItem(
          number: number, comparison: item.comparison, order: item.order,
          judged: decisions[number] ?? item.judged, isFlagged: flags.contains(number),
          draft: drafts[number]), progress))
  }

  private mutating func openUnjudged(after number: Int) {
    let all = Array(number..<items.count) + Array(0..<number)
    if let next = all.first(where: { decisions[$0 + 1] == nil }) {
      open(next + 1)
    } else {
      send(.nothingLeft(progress))
    }
  }

  private mutating func record(_ request: JudgmentRequest) {
    if let reason = failure {
      failure = nil
      return send(.recordingFailed(reason: reason))
    }
    requests.append(request)
    history.append((request.comparison, decisions[request.comparison]))
    decisions[request.comparison] = request.decision
    drafts[request.comparison] = request.draft
    send(.recorded(progress))
    if request.list.isWhole { return openUnjudged(after: request.comparison) }
    let step = QueueStep(filter: request.list, target: .nextUnjudged, number: request.comparison)
    if next(step) == nil { open(request.comparison) }
    open(step)
  }

  private mutating func undo() {
    guard let last = history.popLast() else { return send(.stepped(.undo, comparison: nil)) }
    decisions[last.number] = last.before
    send(.stepped(.undo, comparison: last.number))
  }
}

// MARK: - Lists

extension FrontDriver {
  private func numbers(in filter: QueueFilter) -> [Int] {
    items.map(\.number).filter { number in
      let words = filter.text.lowercased().split(separator: " ")
      let line = (items[number - 1].comparison.id + " " + items[number - 1].comparison.excerpt).lowercased()
      let isInState =
        switch filter.state {
        case .unjudged: decisions[number] == nil
        case .judged: decisions[number] != nil
        case .flagged: flags.contains(number)
        case .drafts: drafts[number] != nil
        default: true
        }
      return isInState && words.allSatisfy(line.contains)
    }
  }

  private func page(_ request: QueueRequest) -> QueuePage {
    let all = numbers(in: request.filter)
    let position = all.firstIndex { $0 >= request.comparison } ?? max(0, all.count - 1)
    let start = max(0, min(request.start ?? position - request.count / 2, all.count - request.count))
    let entries = all[start..<min(all.count, start + request.count)].map { number in
      QueueEntry(
        number: number, id: items[number - 1].comparison.id, prompt: items[number - 1].comparison.excerpt,
        order: items[number - 1].order, decision: decisions[number], elapsedMilliseconds: 65_000,
        hasDraft: drafts[number] != nil,
        begun: drafts[number]?.contents(order: items[number - 1].order) ?? [],
        begunElsewhere: elsewhere[number] ?? [],
        isFlagged: flags.contains(number), raterCount: decisions[number] == nil ? 0 : 2,
        ratersDiffer: decisions[number] != nil)
    }
    return QueuePage(
      number: request.number, total: all.count, position: position, start: start, entries: Array(entries))
  }

  private func next(_ step: QueueStep) -> Int? {
    let all = numbers(in: step.filter)
    return switch step.target {
    case .next: all.first { $0 > step.number }
    case .previous: all.last { $0 < step.number }
    case .nextUnjudged: all.first { $0 > step.number && decisions[$0] == nil }
    }
  }

  private mutating func open(_ step: QueueStep) {
    if let next = next(step) { open(next) } else { send(.listEnded(step.target)) }
  }

  private mutating func openNamed(_ name: String) {
    let number = Int(name) ?? items.first { $0.comparison.id == name }?.number
    if let number, (1...items.count).contains(number) { open(number) } else { send(.notFound(name)) }
  }
}
