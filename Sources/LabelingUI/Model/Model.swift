import Preference
import Terminal

/// All that the front knows. Changed by messages only.
package struct Model: Equatable, Sendable {
  /// What the screen is about.
  enum Activity: Equatable, Sendable {
    /// The workspace is at work: opening a comparison, or keeping a decision. What was there before stays on the screen.
    case busy(CompareScreen?)
    case comparing(CompareScreen)
    /// Every comparison is judged.
    case finished
  }

  /// The campaign's name, as it stands in the header.
  let campaign: String
  let keymap: Keymap
  /// What raters are asked beside the order.
  let rubric: Rubric?
  /// What the terminal can show.
  let repertoire: Repertoire
  package internal(set) var size: Size
  var activity = Activity.busy(nil) {
    didSet { noteContext() }
  }
  /// For the present context: looked up when that changes and not with every frame.
  private(set) var hintBar: HintBar
  /// What stands before the comparison and takes the keys.
  var overlay: Overlay?
  var search = Search() {
    didSet { noteContext() }
  }
  /// How the rater reads, from one comparison to the next.
  var reading = ReadingChoices()
  /// By the comparison's number, the run that the rater chose to hold the others against.
  var pivots: [Int: Int] = [:]
  /// Of the request for marks that was made last.
  var differenceNumber = 0
  /// Of the request to compare an edited text that was made last.
  var editNumber = 0
  /// The next marks come with a sentence that says what they are.
  var tellsDifference = false
  /// The mouse comes to the program; the terminal selects text with it otherwise.
  package var usesMouse = false
  /// How many bytes the clipboard takes; `nil` if as many as there are.
  package var clipboardLimit: Int? = Model.clipboardLimit
  var themes: ThemeSelection
  /// The list that next and previous follow.
  var list = QueueFilter() {
    didSet { noteContext() }
  }
  /// What of all this outlives the session.
  var keeping: Keeping
  /// The comparison to begin with; `nil` for where the last session ended.
  let firstNumber: Int?
  /// Where the last session ended, until the rater is there again.
  var resumes: RaterPlace?
  var pace: Pace
  var progress: RaterProgress
  var delivery = DeliveryStatus()
  var notice: Notice?
  /// The comparison last opened, counted from 1; 0 before the first.
  var number = 0
  /// The verdict that would have lost something, if it was asked for just now: asked again, it does.
  var leaveAsked: CommandRequest?
  /// `nil` once another command followed.
  var judgedLast: JudgingKey?
  /// Something was saved in this session.
  var hasSaved = false
  /// The decision that is on its way to the disk.
  var deciding: Decision?

  /// When the interrupt key was pressed last, with nothing open.
  var interruptedAt: Duration?
  /// The beginning of a sequence of keys.
  var pendingKeys: PendingKeys?
  /// When a paste came in last.
  var pastedAt: Duration?

  package init(
    campaign: String, progress: RaterProgress, size: Size, repertoire: Repertoire = .unicode,
    keymap: Keymap = Keymap(), themes: ThemeSelection = ThemeSelection(), place: RaterPlace? = nil,
    breakInterval: Duration? = nil, rubric: Rubric? = nil, start: Int? = nil
  ) {
    self.campaign = rubric?.name ?? campaign
    self.rubric = rubric
    self.progress = progress
    self.size = size
    self.repertoire = repertoire
    self.keymap = keymap
    self.themes = themes
    keeping = Keeping(place: place)
    self.firstNumber = start
    resumes = start == nil ? place : nil
    list = place?.list ?? QueueFilter()
    reading = place?.choices ?? ReadingChoices()
    search.query = place?.search ?? SearchQuery()
    pace = Pace(breakInterval: breakInterval)
    hintBar = HintBar(
      keymap: keymap, context: CommandContext(activity: .busy), repertoire: repertoire)
  }

  private mutating func noteContext() {
    let now = context
    guard hintBar.context != now else { return }
    hintBar = HintBar(keymap: keymap, context: now, repertoire: repertoire)
    help?.use(now)
  }

  var screen: CompareScreen? {
    switch activity {
    case .comparing(let screen): screen
    case .busy(let screen): screen
    case .finished: nil
    }
  }

  /// Whether the comparison that is open waits for its first frame to be on the terminal.
  package var awaitsFirstFrame: Bool {
    if case .comparing(let screen) = activity {
      return screen.shownAt == nil && overlay?.hidesComparison != true && CompareLayout.fits(size)
    }
    return false
  }

  /// When the model wants to be told of the time, whatever happens until then.
  package var wakeTime: Duration? {
    let explanation = pendingKeys.flatMap { $0.isExplained ? nil : $0.explainedAt }
    return .earlier(.earlier(explanation, keeping.dueAt), editor?.tracking.dueAt)
  }

  var context: CommandContext {
    switch activity {
    case .busy(let screen): CommandContext(activity: .busy, runCount: screen?.runCount ?? 0)
    case .finished:
      finishedContext
    case .comparing(let screen):
      context(of: screen)
    }
  }

  private var finishedContext: CommandContext {
    var context = CommandContext(
      activity: .finished, canUndo: progress.canUndo, canRedo: progress.canRedo)
    context.isLast = isAtLast
    return context
  }

  private var isAtLast: Bool { list.isWhole && number >= progress.total }

  private func context(of screen: CompareScreen) -> CommandContext {
    var context = CommandContext(
      activity: .comparing, runCount: screen.runCount, placedCount: screen.ranking.placedCount,
      hidesRuns: screen.layout.columns.count < screen.runCount,
      hasNewRemarks: screen.item.judged != nil && !screen.isChanged && screen.areRemarksChanged,
      asksReasons: rubric?.criteria.isEmpty == false, canUndo: progress.canUndo,
      canRedo: progress.canRedo, isSearching: search.isActive)
    context.promptCommand = screen.promptCommand
    context.cutsText = screen.cutsScrolledText
    context.hasReference = screen.item.comparison.reference != nil
    context.hasCorrections = !screen.remarks.corrections.isEmpty
    (context.isFirst, context.isLast) = (list.isWhole && number <= 1, isAtLast)
    return context
  }
}
