import Preference
import Terminal

/// The front without a screen, for screen readers and terminals that can only print: it says a comparison line by line, asks,
/// and reads a line. Model and commands are those of the screens.
package struct LinearFront {
  var model: Model
  let terminal: LinearTerminal
  private let mailbox: Mailbox
  private let perform: (Effect) -> Void
  let clock: () -> Duration
  private var isOver = false
  /// The order that was said last.
  private var saidOrder = ""
  /// Entries of a list, until they are said.
  private var page: QueuePage?
  private var listNumber = 0
  private var saidEnd = false
  /// The text that was said last and is written.
  var saidText: EditSubject?
  /// What the same line again discards.
  var asked: LinearDiscard?

  package init(
    model: Model, terminal: LinearTerminal, mailbox: Mailbox, clock: @escaping () -> Duration,
    perform: @escaping (Effect) -> Void
  ) {
    self.model = model
    // It says so of each.
    self.model.hasSaved = true
    self.terminal = terminal
    self.mailbox = mailbox
    self.clock = clock
    self.perform = perform
  }

  /// What the session came to so far.
  package var summary: SessionSummary { model.pace.summary }

  /// Runs until the rater quits or there are no more lines.
  package mutating func run() {
    for effect in model.start() { carryOut(effect) }
    settle()
    while !isOver {
      terminal.write(prompt)
      guard !terminal.isGone(), let bytes = terminal.readLine() else {
        terminal.write("\n")
        return update(.terminationRequested)
      }
      take(bytes)
      settle()
    }
  }

  private mutating func take(_ bytes: [UInt8]) {
    guard let line = String(validating: bytes, as: UTF8.self) else {
      return say("this line is not valid UTF-8: nothing was done, nothing of it was taken")
    }
    answer(line)
  }

  private var prompt: String {
    if case .typeChange = model.overlay { return "y or n> " }
    if model.editor != nil { return "line \(lineCount + 1)> " }
    return comparisonPrompt
  }

  private var comparisonPrompt: String {
    model.number == 0 ? "> " : "\(model.number)/\(model.progress.total)> "
  }

  func say(_ line: String) {
    for shown in SanitizedText(line, repertoire: model.repertoire).shownLines { terminal.write(shown + "\n") }
  }

  func say(_ lines: [String]) { for line in lines { say(line) } }
}

// MARK: - Messages and effects

extension LinearFront {
  mutating func press(_ key: Key) { update(.input(.key(key), at: clock())) }

  mutating func carryOut(_ request: CommandRequest) {
    for effect in model.carryOut(request, at: clock()) { carryOut(effect) }
  }

  mutating func update(_ message: Message) {
    if case .queueListed(let page) = message { self.page = page }
    if case .recorded = message, let decision = model.deciding, let screen = model.screen {
      say("saved: \(decision.words(inOrder: screen.item.order)); undo takes it back")
    }
    for effect in model.update(message) { carryOut(effect) }
  }

  mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .compare, .compareEdit, .editExternally, .repaint, .suspend, .search: break
    default: perform(effect)
    }
  }

  private mutating func takeMessages() {
    for message in mailbox.takeAll() { update(message) }
  }

  /// Waits for what the workspace was asked, and says what has come of it.
  private mutating func settle() {
    takeMessages()
    while case .busy = model.activity, !isOver {
      terminal.waitForMessages()
      takeMessages()
    }
    guard !isOver else { return }
    sayNotice()
    sayWhatIsOpen()
    sayTextIfOpened()
    if let due = model.keepIfChanged(at: clock()) { for effect in due { carryOut(effect) } }
  }

  /// The entries of a list, as soon as they are there.
  mutating func entries(_ filter: QueueFilter, count: Int) -> QueuePage? {
    page = nil
    let number = model.number
    perform(
      .listQueue(
        QueueRequest(
          number: nextListNumber(), filter: filter, isFresh: true, comparison: number, start: 0, count: count)
      ))
    while page == nil {
      terminal.waitForMessages()
      takeMessages()
      if case .failure = model.notice?.weight { return nil }
    }
    return page
  }

  /// Discards what is begun, and waits until that is said.
  mutating func discardDraft(of comparison: Int) {
    for effect in model.discardDraft(of: comparison) { carryOut(effect) }
    while model.notice == nil {
      terminal.waitForMessages()
      takeMessages()
    }
  }

  private mutating func nextListNumber() -> Int {
    listNumber += 1
    return listNumber
  }
}

// MARK: - What is said

extension LinearFront {
  mutating func sayNotice() {
    guard let notice = model.notice else { return }
    say(notice.sign + notice.text)
    model.notice = nil
  }

  private mutating func sayWhatIsOpen() {
    switch model.activity {
    case .comparing(let screen) where screen.shownAt == nil:
      say(LinearComparison(screen, total: model.progress.total).lines)
      saidOrder = order(on: screen)
      // Whoever answers has read, or has not wanted to.
      update(.frameShown(at: clock() - Model.typeAheadGuard))
    case .comparing(let screen): sayOrder(on: screen)
    case .finished where !saidEnd:
      saidEnd = true
      let progress = model.progress
      let judged =
        progress.judged < progress.total
        ? "No comparison is open; \(progress.judged) of \(progress.total) are judged"
        : "All \(progress.total) comparisons are judged"
      say("\(judged); every judgment is on disk. quit leaves.")
    case .finished, .busy: break
    }
  }

  private mutating func sayOrder(on screen: CompareScreen) {
    saidEnd = false
    let order = order(on: screen)
    guard order != saidOrder else { return }
    saidOrder = order
    say(order + (screen.isChanged ? "  (an empty line saves)" : ""))
  }

  private func order(on screen: CompareScreen) -> String {
    RankBar(screen).pieces(fitting: .max).map(\.text).joined()
      .split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
