import Preference

/// Beginning where the last session ended.
extension Model {
  /// What to do first.
  package func start() -> [Effect] {
    if let firstNumber { return [.open(firstNumber)] }
    guard let place = keeping.place, (1...max(1, progress.total)).contains(place.comparison) else {
      return [.openUnjudged(after: 0)]
    }
    return place.isFinished ? [.openUnjudged(after: place.comparison)] : [.open(place.comparison)]
  }

  /// Whether the comparison where the last session ended was judged in its last moment.
  func isDone(_ item: ComparisonItem) -> Bool {
    guard let place = resumes, place.comparison == item.number else { return false }
    return !place.isJudged && item.judged != nil
  }

  /// Goes back to where the rater read when the last session ended, and shows the order that was not saved.
  mutating func takeUp(_ item: ComparisonItem) {
    if let place = resumes, place.comparison == item.number, !place.isFinished {
      withScreen { [size] in
        $0.restore(place.arrangement, size: size)
        $0.restore(place.reading, size: size)
      }
    }
    resumes = nil
    let draft = keeping.begin(with: KeptDraft(comparison: item.number, draft: item.draft))
    if let draft { withScreen { $0.takeUp(draft) } }
    tellWhatIsTakenUp(draft)
    if let edit = draft?.edit { goOnWriting(edit) }
  }

  /// What is there that nobody would guess.
  private mutating func tellWhatIsTakenUp(_ draft: Draft?) {
    guard let screen else { return }
    let order = draft?.ranking == nil ? "" : "this order is not saved yet"
    let words = [order, screen.laidAsideWords, screen.unaskedWords].filter { !$0.isEmpty }
    guard !words.isEmpty else { return }
    let sentence = ([notice?.text].compactMap(\.self) + words).joined(separator: "; ")
    notice = Notice(text: sentence, weight: notice?.weight ?? .information)
  }

  private var place: RaterPlace? {
    switch activity {
    case .comparing(let screen):
      RaterPlace(
        comparison: screen.item.number, isFinished: false, isJudged: screen.item.judged != nil, list: list,
        reading: screen.readingPlace, arrangement: screen.arrangement, choices: reading,
        search: search.lastQuery)
    case .finished where number > 0:
      RaterPlace(
        comparison: number, isFinished: true, isJudged: true, list: list, choices: reading,
        search: search.lastQuery)
    case .busy, .finished: nil
    }
  }

  private var draft: KeptDraft? {
    guard case .comparing(var screen) = activity else { return nil }
    guard let written else { return KeptDraft(comparison: screen.item.number, draft: screen.draft) }
    screen.drop(written.subject)
    var draft = screen.draft ?? Draft()
    draft.edit = written.isChanged ? written.openEdit : nil
    return KeptDraft(comparison: screen.item.number, draft: draft.isEmpty ? nil : draft)
  }

  mutating func noteWhatToKeep(at time: Duration) {
    // While the workspace is at work, what is on the screen is not where the rater is.
    if case .busy = activity { return }
    if let editStamp { return keeping.note(editStamp, at: time) }
    keeping.note(place, draft, at: time)
  }

  /// What is not in the workspace yet, on its way there.
  mutating func keepNow() -> [Effect] {
    keeping.noteKept(editStamp)
    return keeping.keep(place, draft)
  }

  private var editStamp: EditStamp? {
    written.map { EditStamp(revision: $0.editor.revision, cursor: $0.editor.cursor) }
  }

  /// For fronts that wait for a line and not for a time.
  mutating func keepIfChanged(at time: Duration) -> [Effect]? {
    noteWhatToKeep(at: time)
    return keeping.dueAt == nil ? nil : keepNow()
  }

  mutating func keepIfDue(at time: Duration) -> [Effect] {
    guard let due = keeping.dueAt, due <= time else { return [] }
    return keepNow()
  }
}

extension CompareScreen {
  mutating func takeUp(_ draft: Draft) {
    if let ranking = draft.ranking {
      self.ranking = ranking
      isChanged = true
    }
    remarks = draft.remarks ?? remarks
    laidAside = draft.laidAside
    if let edit = draft.edit { layAside(edit) }
  }

  /// What would be lost if the comparison were left; `nil` if nothing.
  var draft: Draft? {
    let draft = Draft(
      ranking: isChanged ? ranking : nil, remarks: areRemarksChanged ? remarks : nil,
      laidAside: laidAside)
    return draft.isEmpty ? nil : draft
  }
}
