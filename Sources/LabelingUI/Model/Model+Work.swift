import Preference
import Terminal

/// Answers of the world outside: the terminal, the workspace, the submitter.
extension Model {
  mutating func resize(to size: Size) -> [Effect] {
    self.size = size
    overlay?.fit(size)
    makeRoomForPanel()
    return []
  }

  mutating func noteFirstFrame(at time: Duration) -> [Effect] {
    if screen?.shownAt == nil { pace.begin(at: time) }
    withScreen { if $0.shownAt == nil { $0.shownAt = time } }
    noteWhatToKeep(at: time)
    return []
  }

  mutating func open(_ item: ComparisonItem, progress: RaterProgress) -> [Effect] {
    self.progress = progress
    number = item.number
    if isDone(item) {
      resumes = nil
      return [.openUnjudged(after: number)]
    }
    activity = .comparing(CompareScreen(item, size: size, repertoire: repertoire, reading: reading))
    leaveAsked = nil
    if pace.takeReminder() {
      notice = .information("a good while at it: some minutes away do the next ones good")
    }
    withScreen { [rubric, pivots] in
      $0.rubric = rubric
      if let pivot = pivots[item.number], $0.columns.indices.contains(pivot) { $0.pivot = pivot }
    }
    takeUp(item)
    switch overlay {
    case .otherRun, .reasons: overlay = nil
    default: break
    }
    return compareRuns() + refreshSearch() + compareEdit()
  }

  mutating func finish(_ progress: RaterProgress) -> [Effect] {
    self.progress = progress
    activity = .finished
    return keepNow()
  }

  mutating func noteRecorded(_ progress: RaterProgress) -> [Effect] {
    self.progress = progress
    pace.noteJudgment(milliseconds: pace.elapsedMilliseconds, isNew: screen?.item.judged == nil)
    if let deciding {
      tellOfFirstSave(deciding)
      withScreen { $0.noteSaved(deciding) }
      keeping.drop(number)
    }
    deciding = nil
    return []
  }

  /// Who judges for the first time is told what was taken down, as much of it as one line has room for.
  private mutating func tellOfFirstSave(_ decision: Decision) {
    guard !hasSaved, notice == nil, let screen else { return }
    hasSaved = true
    let undo = keymap.words(for: .undo)
    let what = screen.runCount > 2 ? decision.words(inOrder: screen.item.order) : screen.words(for: decision)
    let forms = [
      "\(what), saved; \(undo) takes it back", "\(screen.words(for: decision)), saved; \(undo) takes it back",
      "saved; \(undo) takes it back",
      "saved; \(undo) undoes",
    ]
    let words = forms.first { TextWidth.columns(of: $0, repertoire: repertoire) <= size.columns - 2 }
    notice = words.map { .information($0) }
  }

  /// The verdict stays on the screen; the same key tries again.
  mutating func keepUnsaved(_ reason: String) -> [Effect] {
    deciding = nil
    goBack()
    notice = .failure("not saved: \(reason)")
    return []
  }

  mutating func step(_ move: HistoryMove, to comparison: Int?) -> [Effect] {
    guard let comparison else {
      goBack()
      notice = .information(move == .undo ? "nothing to undo" : "nothing to redo")
      return []
    }
    pace.noteUndo(by: move == .undo ? 1 : -1)
    notice = .information("\(move == .undo ? "undone" : "done again"): comparison \(comparison)")
    return [.open(comparison)]
  }

  mutating func noteFailure(of task: WorkspaceTask, reason: String) -> [Effect] {
    notice = .failure(reason)
    switch task {
    case .opening: goBack()
    case .keeping:
      keeping.forget()
      notice = .failure("what is not saved could not be kept, and is tried again: \(reason)")
    case .listing, .flagging: break
    }
    return []
  }

  mutating func warn(_ words: String) -> [Effect] {
    notice = notice.map { $0.joined(by: words) } ?? .warning(words)
    return []
  }

  mutating func note(_ status: DeliveryStatus) -> [Effect] {
    if status.isHeld, status.held != delivery.held || !delivery.isHeld, let reason = status.held {
      notice = .warning(reason)
    }
    delivery = status
    return []
  }

  mutating func resume(wasSuspended: Bool) -> [Effect] {
    if !wasSuspended { notice = .information("there is no shell to go back to from here") }
    return [.repaint]
  }

  /// The work came to nothing: the rater is where they were.
  mutating func goBack() {
    guard case .busy(let screen) = activity else { return }
    activity = screen.map(Activity.comparing) ?? .finished
  }

  mutating func withScreen(_ change: (inout CompareScreen) -> Void) { activity.changeScreen(change) }
}

extension Model.Activity {
  /// Lets the screen out while it changes, so that its texts are not copied with every key.
  fileprivate mutating func changeScreen(_ change: (inout CompareScreen) -> Void) {
    switch self {
    case .comparing(var screen):
      self = .finished
      change(&screen)
      self = .comparing(screen)
    case .busy(var screen?):
      self = .finished
      change(&screen)
      self = .busy(screen)
    case .busy(nil), .finished: break
    }
  }
}
