import Preference
import Terminal

/// Carries commands out, once it is known that they can be.
extension Model {
  mutating func perform(_ request: CommandRequest) -> [Effect] {
    switch request.command {
    case .chooseRun: judge(by: request) { $0.choose(column: request.argument) }
    case .placeFocused: judge(by: request) { $0.placeFocused() }
    case .tie: judge(by: request) { $0.tie() }
    case .takeBack: judge(by: request) { $0.takeBack() }
    case .save: judge(by: request) { $0.save() }
    case .allGood: decide(.allGood, by: request)
    case .allBad: decide(.allBad, by: request)
    case .cannotJudge: decide(.cannotJudge, by: request)
    case .correct: correct()
    case .comment: comment()
    case .commentRun: commentRun()
    case .editExternally: correctExternally()
    case .toggleCorrections: toggleCorrections()
    case .reasons: showReasons()
    case .undo: leave(for: .undo)
    case .redo: leave(for: .redo)
    case .nextComparison: goOn(to: .next)
    case .previousComparison: goOn(to: .previous)
    case .nextUnjudged: goOn(to: .nextUnjudged)
    case .queue: showQueue()
    case .goTo: openGoTo()
    case .toggleFlag: [.toggleFlag(number)]
    case .wholeQueue: clearList()
    case .lineDown, .lineUp, .pageDown, .pageUp, .toTop, .toBottom: scroll(by: request.command)
    case .focusNext: read { [size] in $0.moveFocus(by: 1, size: size) }
    case .focusPrevious: read { [size] in $0.moveFocus(by: -1, size: size) }
    case .focusNumber: focus(number: request.argument + 1)
    case .focusPrompt: focus(number: 0)
    case .toggleScrolling: toggleScrolling()
    case .togglePrompt: togglePrompt()
    case .search: openSearch()
    case .nextMatch: goToMatch(by: 1)
    case .previousMatch: goToMatch(by: -1)
    case .clearSearch: clearSearch()
    case .cycleAid: cycleAid()
    case .pairUp: togglePair()
    case .setPivot: setPivot()
    case .toggleZoom: read { [size] in $0.toggleZoom(size: size) }
    case .widen: read { [size] in $0.widen(by: 2, size: size) }
    case .narrow: read { [size] in $0.widen(by: -2, size: size) }
    case .evenWidths: read { [size] in $0.evenWidths(size: size) }
    case .toggleRaw: toggleRaw()
    case .toggleReference: toggleReference()
    case .nextDifference: jump(to: .difference, by: 1)
    case .previousDifference: jump(to: .difference, by: -1)
    case .nextUnique: jump(to: .unique, by: 1)
    case .nextBlock: jump(to: .block, by: 1)
    case .previousBlock: jump(to: .block, by: -1)
    case .help: showHelp()
    case .inspect: inspect()
    case .copy: copy()
    case .toggleMouse: toggleMouse()
    case .chooseTheme: showThemes()
    case .redraw: [.repaint]
    // The key is taken up before it gets here; from the list of commands, the list was what is open.
    case .interrupt: []
    case .suspend: keepNow() + [.suspend]
    case .quit: leave(for: .quit)
    }
  }

  private mutating func judge(
    by request: CommandRequest, losesOrder: Bool = false,
    _ key: (inout CompareScreen) -> CompareScreen.Outcome
  ) -> [Effect] {
    guard case .comparing(var screen) = activity else { return [] }
    let before = screen
    let outcome = key(&screen)
    if case .decided = outcome, !mayLose(on: before, order: losesOrder, by: request) { return [] }
    activity = .comparing(screen)
    switch outcome {
    case .changed: return []
    case .refused(let notice):
      self.notice = notice
      return []
    case .decided(let decision):
      return askForReasons(before: decision, on: screen) ? [] : save(decision)
    }
  }

  /// What a verdict would lose is worth a second press of the same key.
  private mutating func mayLose(on screen: CompareScreen, order: Bool, by request: CommandRequest) -> Bool {
    let order = order && screen.isChanged
    guard order || !screen.laidAside.isEmpty, leaveAsked != request else { return true }
    leaveAsked = request
    let drafts =
      screen.laidAside.isEmpty
      ? "" : "\(screen.laidAsideWords): the same key again judges without what is in it, and it stays a draft"
    let orders =
      order
      ? "this order is not saved: \(keymap.words(for: .save)) saves it, the same key again drops it" : ""
    notice = .warning([drafts, orders].filter { !$0.isEmpty }.joined(separator: "; "))
    return false
  }

  mutating func save(_ decision: Decision) -> [Effect] {
    guard case .comparing(let screen) = activity else { return [] }
    deciding = decision
    activity = .busy(screen)
    return [.record(request(decision, on: screen))]
  }

  /// A verdict on all would lose the order so far.
  private mutating func decide(_ verdict: Verdict, by request: CommandRequest) -> [Effect] {
    judge(by: request, losesOrder: true) { $0.decide(verdict) }
  }

  private func request(_ decision: Decision, on screen: CompareScreen) -> JudgmentRequest {
    JudgmentRequest(
      comparison: screen.item.number, decision: decision, orderShown: screen.item.order,
      elapsedMilliseconds: pace.elapsedMilliseconds, list: list,
      draft: screen.laidAside.isEmpty ? nil : Draft(laidAside: screen.laidAside))
  }

  mutating func leave(to number: Int) -> [Effect] {
    guard (1...max(1, progress.total)).contains(number) else {
      notice = .information(number < 1 ? "this is the first comparison" : "this is the last comparison")
      return []
    }
    return leave(for: .open(number))
  }

  /// An order that is not saved stays with its comparison as a draft.
  mutating func leave(for effect: Effect) -> [Effect] {
    let kept = keepNow()
    if case .comparing(let screen) = activity, screen.isChanged {
      notice = .information("the order of comparison \(screen.item.number) is kept as a draft")
    }
    if effect != .quit { activity = .busy(screen) }
    return kept + [effect]
  }

  mutating func read(_ change: (inout CompareScreen) -> Void) -> [Effect] {
    withScreen(change)
    return []
  }

  private mutating func scroll(by command: Command) -> [Effect] {
    guard let step = command.scrollStep else { return [] }
    return read { $0.scroll(step) }
  }

  private mutating func focus(number: Int) -> [Effect] {
    var refusal: Notice?
    withScreen { [size] in refusal = $0.moveFocus(toNumber: number, size: size) }
    notice = refusal
    return []
  }
}
