import Dispatch
import Foundation
import Identifiers
import LabelingUI
import Preference
import PreferenceStore
import Synchronization

/// Carries out what the front asks of the workspace, one thing after the other on a thread of its own, and answers through
/// the mailbox.
final class WorkspaceWorker: Sendable {
  let workspace: Workspace
  let rater: String
  let mailbox: Mailbox
  /// Of what the rater is asked in this session.
  private let rubric: StoredRubric?
  /// Called after every change of what is to be delivered.
  private let onChange: @Sendable () -> Void
  private let identifiers = Mutex(UUIDv7Sequence())
  private let queue = DispatchQueue(label: "podium.workspace", qos: .userInteractive)
  /// Looking for words may take a while, and judgments do not wait for it.
  private let searches = DispatchQueue(label: "podium.lists", qos: .userInitiated)
  /// Names this session among the rater's windows.
  private let window = UUID().uuidString
  /// Drafts as this window read or wrote them last, by comparison.
  private let knownDrafts = Mutex<[Int: Draft]>([:])
  /// Comparisons of which it was told that another window has begun them too.
  private let toldOfOthers = Mutex<Set<Int>>([])
  /// The comparison that was shown last, and which judgment of it.
  private let shown = Mutex<(number: Int, revision: Int?)?>(nil)
  /// The list that was made last.
  let listing = Mutex<Listing?>(nil)
  /// The number of the newest request for a list.
  let newestList = Atomic(0)

  init(
    workspace: Workspace, rater: String, mailbox: Mailbox, rubric: StoredRubric? = nil,
    onChange: @escaping @Sendable () -> Void
  ) {
    self.workspace = workspace
    self.rater = rater
    self.mailbox = mailbox
    self.rubric = rubric
    self.onChange = onChange
  }

  func perform(_ effect: Effect) {
    if case .listQueue(let request) = effect { newestList.store(request.number, ordering: .relaxed) }
    queue.async { [self] in
      switch effect {
      case .open(let number): attempt(.opening) { try open(number) }
      case .openUnjudged(let number): attempt(.opening) { try openUnjudged(after: number) }
      case .openNamed(let name): attempt(.opening) { try openNamed(name) }
      case .openListed(let step): attempt(.opening) { try open(step) }
      case .listQueue(let request): searches.async { [self] in attempt(.listing) { try list(request) } }
      case .toggleFlag(let number): attempt(.flagging) { try toggleFlag(number) }
      case .keepPlace(let place): attempt(.keeping) { try workspace.keepPlace(place.json, rater: rater) }
      case .keepDraft(let draft):
        attempt(.keeping) { try keep(draft.draft, of: draft.comparison) }
      case .discardDraft(let number): attempt(.opening) { try discardDraft(of: number) }
      case .record(let request): record(request)
      case .undo: attempt(.opening) { try step(.undo, try workspace.undo(rater: rater, now: Date())) }
      case .redo: attempt(.opening) { try step(.redo, try workspace.redo(rater: rater, now: Date())) }
      case .compare, .compareEdit, .editExternally, .search, .suspend, .repaint, .copy, .useMouse, .useTheme,
        .quit:
        break
      }
    }
  }

  /// Waits until what was asked for is done.
  func finish() {
    newestList.store(-1, ordering: .relaxed)
    queue.sync {}
    searches.sync {}
  }
}

extension WorkspaceWorker {
  private func attempt(_ task: WorkspaceTask, _ work: () throws -> Void) {
    do {
      try work()
    } catch {
      mailbox.post(.workFailed(task, reason: "\(error)"))
    }
  }

  private func progress() throws -> RaterProgress {
    try workspace.progress(rater: rater)
  }

  /// - Parameter isAgain: What other windows have has been told of.
  func open(_ number: Int, isAgain: Bool = false) throws {
    let stored = try workspace.comparison(at: number, rater: rater)
    let count = stored.comparison.candidates.count
    let judged = stored.current.map {
      Decision(
        verdict: $0.verdict, ranking: $0.ranking,
        remarks: $0.remarks.adapted(to: rubric?.rubric, candidateCount: count))
    }
    let kept = Result { try workspace.drafts(of: number, rater: rater) }
    let drafts = (try? kept.get()) ?? DraftStack()
    let draft = drafts.draft?
      .adapted(to: rubric?.rubric, candidateCount: count, saved: judged?.remarks ?? Remarks())
    let item = ComparisonItem(
      number: number, comparison: stored.comparison, order: stored.order, judged: judged,
      isFlagged: try workspace.isFlagged(number, rater: rater),
      draft: draft)
    shown.withLock { $0 = (number, stored.current?.revision) }
    mailbox.post(.opened(item, try progress()))
    // It stays where it is, and what is there can be judged without it.
    attempt(.opening) { _ = try kept.get() }
    knownDrafts.withLock { $0[number] = drafts.draft }
    if !isAgain { toldOfOthers.withLock { _ = $0.remove(number) } }
    tell(of: drafts, of: number)
  }

  func openUnjudged(after number: Int) throws {
    if let next = try workspace.firstUnjudged(after: number, rater: rater) {
      try open(next)
    } else {
      mailbox.post(.nothingLeft(try progress()))
    }
  }

  /// The judgment is on the disk before anything else is opened.
  private func record(_ request: JudgmentRequest) {
    let new = NewJudgment(
      ordinal: request.comparison, decision: request.decision, orderShown: request.orderShown,
      elapsedMilliseconds: request.elapsedMilliseconds, rubricVersion: rubric?.version,
      draft: request.draft, window: draftWindow(for: request.comparison), known: known(of: request.comparison)
    )
    do {
      let judgment = try workspace.record(new, rater: rater, id: newIdentifier(), now: Date())
      shown.withLock { $0 = (request.comparison, judgment.revision) }
      knownDrafts.withLock { $0[request.comparison] = request.draft }
    } catch WorkspaceError.judgedMeanwhile {
      return showOtherJudgment(instead: request)
    } catch {
      return mailbox.post(.recordingFailed(reason: "\(error)"))
    }
    // What goes wrong from here on does not make it less saved.
    attempt(.opening) { mailbox.post(.recorded(try progress())) }
    onChange()
    attempt(.opening) { try openNext(after: request) }
  }

  private func known(of number: Int) -> NewJudgment.Known {
    shown.withLock { $0?.number == number ? .revision($0?.revision) : .anything }
  }

  /// Two windows of one rater: what the other one saved is shown, and what this one has is a draft of its change.
  private func showOtherJudgment(instead request: JudgmentRequest) {
    var draft = request.draft ?? Draft()
    draft.remarks = request.decision.remarks
    if request.orderShown.count > 2, request.decision.verdict == .ranked {
      draft.ranking = request.decision.ranking
    }
    mailbox.post(
      .recordingFailed(
        reason: "another window of yours judged it meanwhile, as you see now; judge again to replace that"))
    attempt(.keeping) { [draft] in try keep(draft, of: request.comparison) }
    attempt(.opening) { try open(request.comparison, isAgain: true) }
  }

  private func draftWindow(for comparison: Int) -> DraftWindow {
    DraftWindow(id: window, known: knownDrafts.withLock { $0[comparison] })
  }

  private func keep(_ draft: Draft?, of comparison: Int) throws {
    let drafts = try workspace.keepDraft(
      draft, of: comparison, rater: rater, now: Date(), from: draftWindow(for: comparison))
    knownDrafts.withLock { $0[comparison] = draft }
    tell(of: drafts, of: comparison)
  }

  /// Two windows of one rater write a draft each: neither takes the other's place, and the rater is told once.
  private func tell(of drafts: DraftStack, of comparison: Int) {
    guard !drafts.others.isEmpty, toldOfOthers.withLock({ $0.insert(comparison).inserted }) else { return }
    mailbox.post(
      .warned(
        "another window of yours has begun comparison \(comparison) too: its draft is kept, and comes up when this "
          + "one is judged or discarded"))
  }

  private func discardDraft(of number: Int) throws {
    _ = try workspace.discardDraft(of: number, rater: rater)
    mailbox.post(.draftDiscarded(comparison: number))
  }

  private func newIdentifier() -> UUID {
    var generator = SystemRandomNumberGenerator()
    return identifiers.withLock { $0.next(at: Date(), using: &generator) }
  }

  private func step(_ move: HistoryMove, _ step: HistoryStep?) throws {
    mailbox.post(.stepped(move, comparison: step?.ordinal))
    if step != nil { onChange() }
  }
}
