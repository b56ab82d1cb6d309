import Preference
import Terminal

/// The list of comparisons, and ways through it.
extension Model {
  mutating func showQueue() -> [Effect] {
    var screen = QueueScreen(filter: list, number: number, size: size)
    let request = screen.refresh()
    queue = screen
    return keepNow() + [.listQueue(request)]
  }

  mutating func pressInQueue(_ key: Key) -> [Effect] {
    let asked = queue?.discardAsked
    queue?.discardAsked = nil
    switch (key.code, key.modifiers) {
    case (.escape, []) where queue?.line.isEmpty == false:
      return editQueue {
        $0 = InputLine()
        return true
      }
    case (.escape, []), (.character("c"), .control), (.character("g"), .control):
      queue = nil
      return []
    case (.enter, []): return openSelected()
    case (.tab, []): return changeFilter { $0.state = $0.state.neighbor(by: 1) }
    case (.tab, .shift): return changeFilter { $0.state = $0.state.neighbor(by: -1) }
    case (.character("s"), .control): return changeFilter { $0.order = $0.order.neighbor(by: 1) }
    case (.character("f"), .control): return queue?.selectedEntry.map { [.toggleFlag($0.number)] } ?? []
    case (.character("x"), .control): return discardSelected(asked: asked)
    case (.character("l"), .control): return [.repaint]
    case (.character("z"), .control): return [.suspend]
    default: return scrollQueue(key) ?? editQueue { $0.take(key) }
    }
  }

  private mutating func scrollQueue(_ key: Key) -> [Effect]? {
    let step: ScrollStep? =
      switch (key.code, key.modifiers) {
      case (.down, []), (.character("n"), .control): .lines(1)
      case (.up, []), (.character("p"), .control): .lines(-1)
      case (.pageDown, []), (.character("v"), .control): .pages(1)
      case (.pageUp, []), (.character("v"), .alt): .pages(-1)
      case (.home, .control), (.character("<"), .alt): .toTop
      case (.end, .control), (.character(">"), .alt): .toBottom
      default: nil
      }
    guard let step else { return nil }
    return queue?.scroll(step).map { [.listQueue($0)] } ?? []
  }

  mutating func editQueue(_ change: (inout InputLine) -> Bool) -> [Effect] {
    guard let edit = queue?.edit(change) else { return [] }
    if !edit.isTaken { notice = .information("type to search; Tab filters, Enter opens, Esc goes back") }
    return edit.request.map { [.listQueue($0)] } ?? []
  }

  private mutating func changeFilter(_ change: (inout QueueFilter) -> Void) -> [Effect] {
    guard let request = queue?.changeFilter(change) else { return [] }
    return [.listQueue(request)]
  }

  /// The list stays in force: next and previous follow it.
  private mutating func openSelected() -> [Effect] {
    guard let queue, let entry = queue.selectedEntry else { return [] }
    list = queue.filter
    self.queue = nil
    return leave(for: .open(entry.number))
  }

  /// What is begun is somebody's work: the same key twice discards it.
  private mutating func discardSelected(asked: Int?) -> [Effect] {
    guard let entry = queue?.selectedEntry else { return [] }
    guard entry.hasDraft else {
      notice = .information("nothing is begun and unsaved there")
      return []
    }
    guard asked == entry.number else {
      queue?.discardAsked = entry.number
      notice = .warning(
        "^X again discards what is begun of comparison \(entry.number) for good: "
          + entry.draftWords + entry.elsewhereWords)
      return []
    }
    return discardDraft(of: entry.number)
  }

  /// What the screen behind the list holds of it would be written again: the comparison is opened anew.
  mutating func discardDraft(of comparison: Int) -> [Effect] {
    keeping.drop(comparison)
    if case .comparing(let screen) = activity, screen.item.number == comparison { activity = .busy(screen) }
    return [.discardDraft(comparison)]
  }

  mutating func noteDiscarded(_ comparison: Int) -> [Effect] {
    notice = .information("discarded: the draft of comparison \(comparison)")
    let list = (queue?.refresh()).map { [Effect.listQueue($0)] } ?? []
    guard case .busy(let screen?) = activity, screen.item.number == comparison else { return list }
    return [.open(comparison)] + list
  }

  mutating func take(_ page: QueuePage) -> [Effect] {
    queue?.take(page).map { [.listQueue($0)] } ?? []
  }
}

// MARK: - Next and previous

extension Model {
  mutating func goOn(to target: QueueStep.Target) -> [Effect] {
    if list.isWhole, target == .nextUnjudged { return leave(for: .openUnjudged(after: number)) }
    if list.isWhole { return leave(to: target == .next ? number + 1 : numberBefore) }
    return leave(for: .openListed(QueueStep(filter: list, target: target, number: number)))
  }

  /// When all is judged, the last comparison is the one before.
  private var numberBefore: Int { activity == .finished ? number : number - 1 }

  /// The list has nothing in that direction.
  mutating func noteListEnd(_ target: QueueStep.Target) -> [Effect] {
    goBack()
    let words =
      switch target {
      case .next: "this is the last of the list"
      case .previous: "this is the first of the list"
      case .nextUnjudged: "nothing is left to judge in the list"
      }
    notice = .information("\(words): \(list.words)")
    return []
  }

  /// All comparisons, by number.
  mutating func clearList() -> [Effect] {
    list = QueueFilter()
    notice = .information("all comparisons, by number")
    return []
  }

  mutating func noteFlag(_ number: Int, isFlagged: Bool) -> [Effect] {
    withScreen { if $0.item.number == number { $0.isFlagged = isFlagged } }
    notice = .information(
      "comparison \(number) \(isFlagged ? "is flagged" : "is not flagged any more")")
    guard let request = queue?.refresh() else { return [] }
    return [.listQueue(request)]
  }
}

// MARK: - Go to

extension Model {
  mutating func openGoTo() -> [Effect] {
    goTo = GoToLine()
    return []
  }

  mutating func pressInGoTo(_ key: Key) -> [Effect] {
    switch (key.code, key.modifiers) {
    case (.escape, []), (.character("c"), .control), (.character("g"), .control): goTo = nil
    case (.enter, []): return closeGoTo()
    case (.backspace, []) where goTo?.line.isEmpty == true: goTo = nil
    case (.character("l"), .control): return [.repaint]
    case (.character("z"), .control): return [.suspend]
    default:
      if goTo?.line.take(key) != true {
        notice = .information("a number or an id, then Enter; Esc goes back")
      }
    }
    return []
  }

  private mutating func closeGoTo() -> [Effect] {
    let name = goTo?.line.text ?? ""
    goTo = nil
    return name.isEmpty ? [] : leave(for: .openNamed(name))
  }

  mutating func noteNotFound(_ name: String) -> [Effect] {
    goBack()
    notice = .warning("no comparison has the number or id \(name)")
    return []
  }
}
