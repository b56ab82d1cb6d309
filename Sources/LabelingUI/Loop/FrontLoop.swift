import Terminal

/// The one thread that owns the terminal: waits, takes in all that happened, updates the model, shows one frame.
package struct FrontLoop {
  private var model: Model
  private var decoder: InputDecoder
  private var drawn = DrawnFrame()
  private let terminal: any FrontTerminal
  private let mailbox: Mailbox
  private let perform: (Effect) -> Void
  private let observe: (Message, _ isWriting: Bool) -> Void
  private let clock: () -> Duration
  private let escapeDelay: Duration
  /// Something happened since the last frame.
  private var isStale = true
  private var isOver = false
  /// Until when more of an unfinished sequence may come.
  private var escapeDeadline: Duration?

  /// - Parameters:
  ///   - perform: carries out what is not the terminal's business; answers through the mailbox, from any thread.
  ///   - clock: time since the session began.
  ///   - escapeDelay: an ESC that is not followed by more within this time is the escape key.
  ///   - observe: is told of every message before the model is, and whether keys are a text that is written.
  package init(
    model: Model, decoder: InputDecoder = InputDecoder(), terminal: any FrontTerminal, mailbox: Mailbox,
    clock: @escaping () -> Duration, escapeDelay: Duration = EscapeDelay.usual,
    observe: @escaping (Message, _ isWriting: Bool) -> Void = { _, _ in },
    perform: @escaping (Effect) -> Void
  ) {
    self.model = model
    self.decoder = decoder
    self.terminal = terminal
    self.mailbox = mailbox
    self.clock = clock
    self.escapeDelay = escapeDelay
    self.observe = observe
    self.perform = perform
  }

  /// What the session came to so far.
  package var summary: SessionSummary { model.pace.summary }

  /// Runs until the rater quits or the terminal is gone.
  package mutating func run() {
    for effect in model.start() { carryOut(effect) }
    while !isOver {
      present()
      let deadline = Duration.earlier(escapeDeadline, model.wakeTime)
      let events = terminal.waitForEvents(atMost: deadline.map { max(.zero, $0 - clock()) })
      for event in events { take(event) }
      // When nothing came, the deadline is reached, whatever a coarse clock says.
      let now = events.isEmpty ? max(clock(), deadline ?? .zero) : clock()
      finishSequence(at: now)
      if let time = model.wakeTime, time <= now { update(.timePassed(at: now)) }
      for message in mailbox.takeAll() { update(message) }
    }
  }

  private mutating func take(_ event: FrontEvent) {
    switch event {
    case .bytes(let bytes):
      take(decoder.decode(bytes))
      for report in decoder.takeReports() { take(report) }
      awaitMore(for: escapeDelay)
    case .resized(let size):
      terminal.invalidate()
      update(.resized(size))
    case .woken: break
    case .suspensionRequested: carryOut(.suspend)
    case .terminationRequested, .hungUp: update(.terminationRequested)
    }
  }

  /// An unfinished sequence gets its time from the last bytes on, whatever else happens meanwhile.
  private mutating func finishSequence(at now: Duration) {
    guard let deadline = escapeDeadline, deadline <= now else { return }
    take(decoder.finish())
    awaitMore(for: EscapeDelay.usual)
  }

  /// Only the first silence is as long as the environment says: what the decoder waits for beyond it has a time of its own.
  private mutating func awaitMore(for delay: Duration) {
    decoder.awaitsReports = terminal.awaitsReports
    escapeDeadline = decoder.isWaiting ? clock() + delay : nil
  }

  /// What the terminal can do is its own affair; what it looks like is the model's.
  private mutating func take(_ report: TerminalReport) {
    terminal.take(report)
    if let background = Background(report) { update(.backgroundReported(background)) }
  }

  private mutating func take(_ inputs: [InputEvent]) {
    let now = clock()
    for input in inputs { update(.input(input, at: now)) }
  }

  private mutating func update(_ message: Message) {
    isStale = true
    observe(message, model.isWriting)
    for effect in model.update(message) { carryOut(effect) }
  }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .repaint:
      terminal.invalidate()
      isStale = true
    case .copy(let text): if !terminal.copy(text) { update(.copyRefused) }
    case .useMouse(let isUsed): terminal.useMouse(isUsed)
    case .useTheme(let theme):
      terminal.use(theme)
      isStale = true
    case .editExternally(let edit):
      let end = terminal.edit(edit)
      update(.resized(terminal.size))
      update(.externallyEdited(end, at: clock()))
      terminal.invalidate()
    case .suspend:
      let wasSuspended = terminal.suspend()
      update(.resized(terminal.size))
      update(.resumed(wasSuspended: wasSuspended))
    case .open, .openUnjudged, .openNamed, .openListed, .listQueue, .toggleFlag, .record, .undo, .redo,
      .search, .compare, .compareEdit, .keepPlace, .keepDraft, .discardDraft:
      perform(effect)
    }
  }

  private mutating func present() {
    guard !isOver, isStale else { return }
    terminal.present(model.frame(reusing: &drawn))
    if model.awaitsFirstFrame { update(.frameShown(at: clock())) }
    isStale = false
  }
}

extension Duration {
  /// The earlier of two times, if there is one.
  static func earlier(_ one: Duration?, _ other: Duration?) -> Duration? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }
}
